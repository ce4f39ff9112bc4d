import { Mic, MicOff, PhoneOff, Settings2 } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { openMicrophone } from "@/devices/open-microphone";

import { useRoom, useRoomState } from "../room-context";
import { isFailure } from "../state/room-state";
import styles from "./controls.module.css";
import { DevicesDialog } from "./devices-dialog";
import { PictureButtons } from "./picture-buttons";

const MUTE_KEY = "m";

export interface HangUpProps {
  hangUp: () => void;
  hangingUp: boolean;
}

export function Controls({ hangUp, hangingUp }: HangUpProps) {
  const { t } = useTranslation("room");
  return (
    <div className={styles["controls"]} role="group" aria-label={t("controls")}>
      <MicrophoneButton />
      <PictureButtons />
      <DevicesButton />
      <Button
        kind="danger"
        className={styles["end"]}
        aria-label={hangingUp ? t("hanging_up") : t("hang_up")}
        busy={hangingUp}
        onClick={hangUp}
      >
        <PhoneOff size={20} aria-hidden="true" />
      </Button>
    </div>
  );
}

function MicrophoneButton() {
  const { t } = useTranslation("room");
  const room = useRoom();
  const microphone = useRoomState((state) => state.microphone);
  useMuteKey();
  if (isFailure(microphone)) {
    return (
      <Button kind="round" aria-label={t("use_microphone")} onClick={() => void room.retryMicrophone(openMicrophone())}>
        <MicOff size={20} aria-hidden="true" />
      </Button>
    );
  }
  const muted = microphone === "muted";
  const Icon = muted ? MicOff : Mic;
  return (
    <Button
      kind="round"
      aria-label={muted ? t("unmute") : t("mute")}
      aria-keyshortcuts={MUTE_KEY}
      data-microphone={microphone}
      onClick={() => void room.toggleMute()}
    >
      <Icon size={20} aria-hidden="true" />
    </Button>
  );
}

function DevicesButton() {
  const { t } = useTranslation("room");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="round" aria-label={t("devices")} aria-haspopup="dialog" onClick={() => { setOpen(true); }}>
        <Settings2 size={20} aria-hidden="true" />
      </Button>
      {open && <DevicesDialog onClose={() => { setOpen(false); }} />}
    </>
  );
}

/** The key works anywhere in the room but where one writes. */
function useMuteKey(): void {
  const room = useRoom();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === MUTE_KEY && !event.repeat && !hasModifier(event) && !writes(event.target)) {
        void room.toggleMute();
      }
    };
    window.addEventListener("keydown", onKey);
    return () => { window.removeEventListener("keydown", onKey); };
  }, [room]);
}

function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey;
}

function writes(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
}
