/** Which microphone, and does it hear me? Asks for it only on request: names come with the permission. */
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { DeviceSelect } from "@/devices/device-select";
import { useDevices } from "@/devices/list-devices";
import { MicrophoneHelp } from "@/devices/microphone-help";
import { microphoneFailure, openMicrophone } from "@/devices/open-microphone";
import { useLevel } from "@/devices/use-level";

import styles from "./microphone-check.module.css";

interface MicrophoneCheckProps {
  deviceId: string;
  onChoose: (deviceId: string) => void;
}

export function MicrophoneCheck({ deviceId, onChoose }: MicrophoneCheckProps) {
  const { t } = useTranslation("room");
  const check = useMicrophoneCheck();
  const devices = useDevices("microphone", check.data);
  const choose = (chosen: string) => {
    onChoose(chosen);
    check.mutate(chosen);
  };
  if (check.data === undefined) {
    return (
      <div className={styles["check"]}>
        <Button busy={check.isPending} onClick={() => { check.mutate(deviceId); }}>
          {t("microphone_test")}
        </Button>
        {check.isError && <MicrophoneHelp failure={microphoneFailure(check.error)} />}
      </div>
    );
  }
  return (
    <div className={styles["check"]}>
      <DeviceSelect kind="microphone" devices={devices} value={deviceId} onChoose={choose} />
      <Level track={check.data} />
    </div>
  );
}

function useMicrophoneCheck() {
  const open = useRef<MediaStreamTrack | null>(null);
  const release = () => { open.current?.stop(); };
  useEffect(() => release, []);
  return useMutation({
    mutationFn: async (deviceId: string) => {
      const track = await openMicrophone(deviceId);
      release();
      open.current = track;
      return track;
    },
  });
}

function Level({ track }: { track: MediaStreamTrack }) {
  const { t } = useTranslation("room");
  const bar = useRef<HTMLDivElement>(null);
  useLevel(bar, track);
  return (
    <div className={styles["level"]}>
      <small>{t("microphone_level")}</small>
      <div ref={bar} className={styles["bar"]} aria-hidden="true">
        <i />
      </div>
    </div>
  );
}
