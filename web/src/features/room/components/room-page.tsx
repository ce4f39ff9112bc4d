/** The room: what it is doing, the transcript beside it, and a way to type. */
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { PageTitle } from "@/components/page-title";

import type { LiveRoom } from "../live-room";
import { RoomProvider, useOver } from "../room-context";
import { Ended, type EndedProps } from "./ended";
import { LiveTranscript, type Called } from "./live-transcript";
import { Notices } from "./notices";
import { People } from "./people";
import styles from "./room-page.module.css";
import { SayForm } from "./say-form";
import { ServedBy } from "./served-by";
import { Stage } from "./stage";

export interface RoomPageProps extends EndedProps {
  room: LiveRoom;
  /** Ends the talk for everybody, and goes on to where it can be read. */
  hangUp: () => Promise<void>;
  called: Called;
  /** Sends a guest out of the talk, where one may. */
  onRemove?: (identity: string) => void;
  /** What brings others in. */
  invite?: ReactNode;
}

export function RoomPage({ room, ...rest }: RoomPageProps) {
  return (
    <RoomProvider room={room}>
      <Room {...rest} />
    </RoomProvider>
  );
}

function Room({ sessionId, closing, hangUp, rejoin, called, onRemove, invite }: Omit<RoomPageProps, "room">) {
  const { t } = useTranslation("room");
  const over = useOver();
  const end = useMutation({ mutationFn: hangUp });
  return (
    <div className={styles["room"]}>
      <div className="unseen">
        <PageTitle>{t("room_title")}</PageTitle>
      </div>
      <div className={styles["side"]}>
        <Stage called={called} hangUp={() => { end.mutate(); }} hangingUp={end.isPending} />
        {!over && <Notices />}
        <People called={called} onRemove={onRemove} />
        <ServedBy />
        {!over && invite}
        {over && !end.isPending && <Ended sessionId={sessionId} closing={closing} rejoin={rejoin} />}
      </div>
      <section className={styles["talk"]} aria-labelledby="live-transcript">
        <h2 id="live-transcript">{t("transcript")}</h2>
        <LiveTranscript called={called} />
        <SayForm disabled={over} />
      </section>
    </div>
  );
}
