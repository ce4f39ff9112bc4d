/** Microphone and speaker, changed while one talks. */
import { useTranslation } from "react-i18next";

import { Dialog } from "@/components/dialog";
import { rememberDevice, useChosenDevice } from "@/devices/choice";
import { DeviceSelect } from "@/devices/device-select";
import { useDevices } from "@/devices/list-devices";
import { NoiseSelect } from "@/devices/noise-select";
import { openMicrophone } from "@/devices/open-microphone";
import { canChooseSpeaker } from "@/devices/speaker";

import { useRoom, useRoomState } from "../room-context";
import styles from "./devices-dialog.module.css";

export function DevicesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("room");
  const room = useRoom();
  const track = useRoomState((state) => state.microphoneTrack);
  const microphone = useChosenDevice("microphone");
  const microphones = useDevices("microphone", track);
  const chooseMicrophone = (deviceId: string) => {
    rememberDevice("microphone", deviceId);
    void room.changeMicrophone(openMicrophone(deviceId));
  };
  return (
    <Dialog title={t("devices")} onClose={onClose}>
      <div className={styles["devices"]}>
        <DeviceSelect
          kind="microphone"
          devices={microphones}
          value={microphone}
          onChoose={chooseMicrophone}
        />
        <NoiseSelect onChoose={() => { chooseMicrophone(microphone); }} />
        {canChooseSpeaker() ? <SpeakerSelect /> : <p>{t("speaker_fixed")}</p>}
      </div>
    </Dialog>
  );
}

function SpeakerSelect() {
  const room = useRoom();
  const choose = (deviceId: string) => {
    rememberDevice("speaker", deviceId);
    void room.followSpeaker();
  };
  return (
    <DeviceSelect kind="speaker" devices={useDevices("speaker")} value={useChosenDevice("speaker")} onChoose={choose} />
  );
}
