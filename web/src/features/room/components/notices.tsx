/** What the person should know or allow, while the talk goes on. */
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { MicrophoneHelp } from "@/devices/microphone-help";
import type { PictureSource } from "@/devices/open-picture";

import { useRoom, useRoomState } from "../room-context";
import { isFailure } from "../state/room-state";
import { DeviceNote } from "./device-note";
import styles from "./notices.module.css";

export function Notices() {
  return (
    <>
      <SoundNotice />
      <MicrophoneNotice />
      <DeviceNote />
      <PictureNotice source="camera" />
      <PictureNotice source="screen" />
    </>
  );
}

function SoundNotice() {
  const { t } = useTranslation("room");
  const room = useRoom();
  const sound = useRoomState((state) => state.sound);
  if (sound === "allowed") {
    return null;
  }
  return (
    <div role="alert" className={styles["notice"]}>
      <p>{t("sound_blocked")}</p>
      <Button onClick={() => void room.allowSound()}>{t("allow_sound")}</Button>
    </div>
  );
}

function MicrophoneNotice() {
  const microphone = useRoomState((state) => state.microphone);
  if (!isFailure(microphone)) {
    return null;
  }
  return (
    <div className={styles["notice"]}>
      <MicrophoneHelp failure={microphone} />
    </div>
  );
}

/** Why nothing is shown, or who will see what is. */
function PictureNotice({ source }: { source: PictureSource }) {
  const { t } = useTranslation("room");
  const { recorded } = useRoom();
  const showing = useRoomState((state) => state[source]);
  const words = showing === "on" ? (recorded ? t(`${source}.recorded`) : t(`${source}.shown`)) : null;
  const failure = showing === "off" || showing === "starting" || showing === "on" ? null : t(`${source}.${showing}`);
  return (
    <div role="status" className={styles["place"]}>
      {(words ?? failure) !== null && (
        <div className={styles["notice"]} data-picture-notice={source}>
          <p>{words ?? failure}</p>
        </div>
      )}
    </div>
  );
}
