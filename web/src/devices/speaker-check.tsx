/** Which speaker, where the browser lets one choose, and do I hear it? */
import { useMutation } from "@tanstack/react-query";
import { Volume2 } from "lucide-react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";

import { rememberDevice, useChosenDevice } from "./choice";
import { DeviceSelect } from "./device-select";
import { useDevices } from "./list-devices";
import { playChime } from "./play-chime";
import { canChooseSpeaker } from "./speaker";

/** `seenWith`: what has just been opened, since names come with the permission. */
export function SpeakerCheck({ seenWith }: { seenWith: unknown }) {
  const { t } = useTranslation("devices");
  const deviceId = useChosenDevice("speaker");
  const devices = useDevices("speaker", seenWith);
  const chime = useMutation({ mutationFn: playChime });
  return (
    <>
      {canChooseSpeaker() && devices.length > 0 && (
        <DeviceSelect
          kind="speaker"
          devices={devices}
          value={deviceId}
          onChoose={(chosen) => { rememberDevice("speaker", chosen); }}
        />
      )}
      <Button busy={chime.isPending} onClick={() => { chime.mutate(deviceId); }}>
        <Volume2 size={18} aria-hidden="true" />
        {t("play_sound")}
      </Button>
      {chime.isError && <p role="alert">{t("sound_failed")}</p>}
    </>
  );
}
