/** The player: waveform, controls, captions and, where there is one, the picture. */
import { useTranslation } from "react-i18next";

import type { Message, Recording } from "@/api/types";
import { Button } from "@/components/button";
import { useKeyGroup } from "@/components/keys/keys-context";
import { Loading } from "@/components/loading";

import type { PlaybackPart } from "@/api/types";
import { KEY_LIST } from "../keys/key-map";
import { useReplayKeys } from "../keys/use-replay-keys";
import { useReplay, useReplayState } from "../replay-context";
import { CaptionLine } from "./caption-line";
import { Legend } from "./legend";
import { PictureOffer } from "./picture-offer";
import styles from "./player.module.css";
import { Screen } from "./screen";
import { SeekBar } from "./seek-bar";
import { Settings } from "./settings";
import { Transport } from "./transport";

export interface PlayerProps {
  /** The name of who answered. */
  persona: string;
  messages: Message[];
  parts: PlaybackPart[];
  missing: Recording["missing"];
  /** Who listens is not who talked. */
  stranger?: boolean;
  /** What to call a guest. */
  called?: (message: Message) => string | undefined;
}

export function Player({ persona, messages, parts, missing, called, stranger = false }: PlayerProps) {
  const { t } = useTranslation("playback");
  const phase = useReplayState((state) => state.phase);
  const playing = useReplayState((state) => state.playing);
  useReplayKeys();
  useKeyGroup({ title: t("player"), list: KEY_LIST.map(({ keys, does }) => ({ keys, does: t(`key.${does}`) })) });
  return (
    <section
      className={styles["player"]}
      aria-label={t("player")}
      // Takes the focus from what goes away once it is pressed.
      tabIndex={-1}
      data-player={phase}
      data-playing={playing}
    >
      <Screen />
      <PictureOffer />
      {phase === "failed" && <Failed />}
      {phase === "none" || phase === "loading" ? (
        <Loading />
      ) : (
        <>
          <div className={styles["controls"]}>
            <Transport />
            <Settings />
          </div>
          <SeekBar messages={messages} parts={parts} missing={missing} />
          <CaptionLine messages={messages} called={called} />
          <Legend persona={persona} messages={messages} missing={missing} stranger={stranger} />
        </>
      )}
    </section>
  );
}

function Failed() {
  const { t } = useTranslation("playback");
  const replay = useReplay();
  return (
    <div role="alert" className={styles["failed"]}>
      <p>{t("player_failed")}</p>
      <Button onClick={() => { replay.retry(); }}>{t("player_retry")}</Button>
    </div>
  );
}
