/** Which microphone, and does it hear me? Asks for it only on request: names come with the permission. */
import { useMutation } from "@tanstack/react-query";
import { Mic, MicOff } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";

import { rememberDevice, useChosenDevice } from "./choice";
import { DeviceSelect } from "./device-select";
import { LevelBar } from "./level-bar";
import { useDevices } from "./list-devices";
import styles from "./microphone-check.module.css";
import { MicrophoneHelp } from "./microphone-help";
import { microphoneFailure, openMicrophone } from "./open-microphone";
import { SpeakerCheck } from "./speaker-check";

export function MicrophoneCheck() {
  const { t } = useTranslation("devices");
  const deviceId = useChosenDevice("microphone");
  const { check, stop } = useMicrophoneCheck();
  if (check.data === undefined) {
    return (
      <div className={styles["check"]}>
        <Button busy={check.isPending} onClick={() => { check.mutate(deviceId); }}>
          <Mic size={18} aria-hidden="true" />
          {t("test")}
        </Button>
        {check.isError && <MicrophoneHelp failure={microphoneFailure(check.error)} />}
      </div>
    );
  }
  return <Open track={check.data} open={check.mutate} stop={stop} />;
}

interface OpenProps {
  track: MediaStreamTrack;
  open: (deviceId: string) => void;
  stop: () => void;
}

function Open({ track, open, stop }: OpenProps) {
  const { t } = useTranslation("devices");
  const deviceId = useChosenDevice("microphone");
  const devices = useDevices("microphone", track);
  const choose = (chosen: string) => {
    rememberDevice("microphone", chosen);
    open(chosen);
  };
  return (
    <div className={styles["check"]}>
      <DeviceSelect kind="microphone" devices={devices} value={deviceId} onChoose={choose} />
      <LevelBar key={track.id} track={track} />
      <SpeakerCheck seenWith={track} />
      <Button onClick={stop}>
        <MicOff size={18} aria-hidden="true" />
        {t("stop_test")}
      </Button>
    </div>
  );
}

function useMicrophoneCheck() {
  const open = useRef<MediaStreamTrack | null>(null);
  const release = () => { open.current?.stop(); };
  useEffect(() => release, []);
  const check = useMutation({
    mutationFn: async (deviceId: string) => {
      const track = await openMicrophone(deviceId);
      release();
      open.current = track;
      return track;
    },
  });
  const stop = () => {
    release();
    check.reset();
  };
  return { check, stop };
}
