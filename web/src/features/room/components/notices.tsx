/** What the person should know or allow, while the talk goes on. */
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";

import { useRoom, useRoomState } from "../room-context";
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
  const { t } = useTranslation("room");
  const microphone = useRoomState((state) => state.microphone);
  if (microphone !== "denied" && microphone !== "missing" && microphone !== "failed") {
    return null;
  }
  return (
    <div role="alert" className={styles["notice"]} data-microphone-problem={microphone}>
      <p>{t(`microphone_state.${microphone}`)}</p>
    </div>
  );
}
