/** Which microphone, and does it hear me? Asks for it only on request: names come with the permission. */
import { useMutation } from "@tanstack/react-query";
import { useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { Field } from "@/components/field";

import { useLevel } from "../audio/use-level";
import { listMicrophones } from "../microphone/list-microphones";
import { microphoneFailure, openMicrophone } from "../microphone/open-microphone";
import styles from "./microphone-check.module.css";

interface MicrophoneCheckProps {
  deviceId: string;
  onChoose: (deviceId: string) => void;
}

export function MicrophoneCheck({ deviceId, onChoose }: MicrophoneCheckProps) {
  const { t } = useTranslation("room");
  const id = useId();
  const check = useMicrophoneCheck();
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
        {check.isError && <p role="alert">{t(`microphone_state.${microphoneFailure(check.error)}`)}</p>}
      </div>
    );
  }
  return (
    <div className={styles["check"]}>
      <Field label={t("microphone")} htmlFor={id}>
        <select id={id} value={deviceId} onChange={(event) => { choose(event.target.value); }}>
          <option value="">{t("microphone_default")}</option>
          {check.data.microphones.map((microphone, index) => (
            <option key={microphone.deviceId} value={microphone.deviceId}>
              {microphone.label || t("microphone_nameless", { number: index + 1 })}
            </option>
          ))}
        </select>
      </Field>
      <Level track={check.data.track} />
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
      return { track, microphones: await listMicrophones() };
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
