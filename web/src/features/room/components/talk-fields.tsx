/** With whom, and in which language. */
import { useId } from "react";
import { useTranslation } from "react-i18next";

import type { Language, Persona } from "@/api/types";
import { Field } from "@/components/field";

interface PersonaFieldProps {
  personas: Persona[];
  value: Persona | undefined;
  onChoose: (id: string) => void;
}

/** Where there is one persona, there is nothing to choose. */
export function PersonaField({ personas, value, onChoose }: PersonaFieldProps) {
  const { t } = useTranslation("start");
  const id = useId();
  if (personas.length < 2) {
    return null;
  }
  return (
    <Field label={t("persona")} htmlFor={id}>
      <select id={id} value={value?.id} onChange={(event) => { onChoose(event.target.value); }}>
        {personas.map((persona) => (
          <option key={persona.id} value={persona.id}>
            {persona.name}
          </option>
        ))}
      </select>
    </Field>
  );
}

interface LanguageFieldProps {
  languages: readonly Language[];
  value: Language;
  onChoose: (language: Language) => void;
}

export function LanguageField({ languages, value, onChoose }: LanguageFieldProps) {
  const { t } = useTranslation(["start", "shared"]);
  const id = useId();
  const choose = (text: string) => {
    const language = languages.find((one) => one === text);
    if (language !== undefined) {
      onChoose(language);
    }
  };
  return (
    <Field label={t("talk_language")} htmlFor={id}>
      <select id={id} value={value} onChange={(event) => { choose(event.target.value); }}>
        {languages.map((language) => (
          <option key={language} value={language} lang={language}>
            {t(`shared:language.${language}`)}
          </option>
        ))}
      </select>
    </Field>
  );
}
