/** Chooses a microphone or a speaker by name; one that is not plugged in now stays chosen for when it is. */
import { useId } from "react";
import { useTranslation } from "react-i18next";

import { Field } from "@/components/field";

import type { DeviceKind } from "./choice";

export interface DeviceSelectProps {
  kind: DeviceKind;
  devices: MediaDeviceInfo[];
  value: string;
  onChoose: (deviceId: string) => void;
}

export function DeviceSelect({ kind, devices, value, onChoose }: DeviceSelectProps) {
  const { t } = useTranslation("devices");
  const id = useId();
  const isThere = devices.some(({ deviceId }) => deviceId === value);
  return (
    <Field label={t(kind)} htmlFor={id}>
      <select id={id} value={isThere ? value : ""} onChange={(event) => { onChoose(event.target.value); }}>
        <option value="">{t("default")}</option>
        {devices.map((device, index) => (
          <option key={device.deviceId} value={device.deviceId}>
            {device.label || t(`nameless.${kind}`, { number: index + 1 })}
          </option>
        ))}
      </select>
    </Field>
  );
}
