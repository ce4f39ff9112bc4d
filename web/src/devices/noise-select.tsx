/** Chooses who takes the noise out of one's voice. */
import { useId } from "react";
import { useTranslation } from "react-i18next";

import { Field } from "@/components/field";

import { NOISE_CHOICES, rememberNoise, toNoiseChoice, useChosenNoise } from "./noise";

/** `onChoose`: the microphone is to be opened anew, with what is chosen now. */
export function NoiseSelect({ onChoose }: { onChoose: () => void }) {
  const { t } = useTranslation("devices");
  const id = useId();
  const choose = (value: string) => {
    rememberNoise(toNoiseChoice(value));
    onChoose();
  };
  return (
    <Field label={t("noise.title")} htmlFor={id}>
      <select id={id} value={useChosenNoise()} onChange={(event) => { choose(event.target.value); }}>
        {NOISE_CHOICES.map((choice) => (
          <option key={choice} value={choice}>{t(`noise.${choice}`)}</option>
        ))}
      </select>
    </Field>
  );
}
