/** The microphone under test: which one it is, how loud, and what one hears oneself. */
import { MicOff } from "lucide-react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";

import { rememberDevice, useChosenDevice } from "./choice";
import { DeviceSelect } from "./device-select";
import { LevelBar } from "./level-bar";
import { useDevices } from "./list-devices";
import styles from "./microphone-check.module.css";
import { NoiseSelect } from "./noise-select";
import { SpeakerCheck } from "./speaker-check";

interface OpenMicrophoneProps {
  track: MediaStreamTrack;
  open: (deviceId: string) => void;
  stop: () => void;
}

export function OpenMicrophone({ track, open, stop }: OpenMicrophoneProps) {
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
      <NoiseSelect onChoose={() => { open(deviceId); }} />
      <LevelBar key={track.id} track={track} />
      <SpeakerCheck seenWith={track} />
      <Button onClick={stop}>
        <MicOff size={18} aria-hidden="true" />
        {t("stop_test")}
      </Button>
    </div>
  );
}
