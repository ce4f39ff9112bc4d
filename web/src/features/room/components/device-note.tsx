/** Another microphone or speaker is at work than one might think. */
import { X } from "lucide-react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";

import { useRoom, useRoomState } from "../room-context";
import styles from "./notices.module.css";

export function DeviceNote() {
  const { t } = useTranslation("room");
  const { t: shared } = useTranslation("shared");
  const room = useRoom();
  const note = useRoomState((state) => state.deviceNote);
  // Always there, empty or not: a screen reader announces only what changes inside a region that it knows.
  return (
    <div role="status" className={styles["place"]}>
      {note !== null && (
        <div className={styles["notice"]} data-device-note={note.why}>
          <p>
            {t(`device_note.${note.device}.${note.why}`)}
            {note.label !== "" && <> {t("device_used", { label: note.label })}</>}
          </p>
          <Button kind="quiet" aria-label={shared("close")} onClick={() => { room.closeDeviceNote(); }}>
            <X size={18} aria-hidden="true" />
          </Button>
        </div>
      )}
    </div>
  );
}
