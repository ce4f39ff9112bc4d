/** Which microphone, and does it hear me? Asks for it only on request: names come with the permission. */
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";

import { rememberDevice, useChosenDevice } from "./choice";
import { DeviceSelect } from "./device-select";
import { useDevices } from "./list-devices";
import styles from "./microphone-check.module.css";
import { MicrophoneHelp } from "./microphone-help";
import { microphoneFailure, openMicrophone } from "./open-microphone";
import { useLevel } from "./use-level";

export function MicrophoneCheck() {
  const { t } = useTranslation("devices");
  const deviceId = useChosenDevice("microphone");
  const check = useMicrophoneCheck();
  const devices = useDevices("microphone", check.data);
  const choose = (chosen: string) => {
    rememberDevice("microphone", chosen);
    check.mutate(chosen);
  };
  if (check.data === undefined) {
    return (
      <div className={styles["check"]}>
        <Button busy={check.isPending} onClick={() => { check.mutate(deviceId); }}>
          {t("test")}
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
  const { t } = useTranslation("devices");
  const bar = useRef<HTMLDivElement>(null);
  useLevel(bar, track);
  return (
    <div className={styles["level"]}>
      <small>{t("level")}</small>
      <div ref={bar} className={styles["bar"]} aria-hidden="true">
        <i />
      </div>
    </div>
  );
}
