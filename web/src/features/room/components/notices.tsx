/** What the person should know or allow, while the talk goes on. */
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { MicrophoneHelp } from "@/devices/microphone-help";

import { useRoom, useRoomState } from "../room-context";
import { isFailure } from "../state/room-state";
import styles from "./notices.module.css";

export function Notices() {
  return (
    <>
      <SoundNotice />
      <MicrophoneNotice />
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
