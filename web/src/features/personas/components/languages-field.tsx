import { useId } from "react";
import { useTranslation } from "react-i18next";

import type { Language } from "@/api/types";
import { TALK_LANGUAGES } from "@/i18n/talk-languages";

import styles from "./persona-form.module.css";

interface LanguagesFieldProps {
  chosen: Language[];
  /** One tried to save without any. */
  missing: boolean;
  onChoose: (languages: Language[]) => void;
}

export function LanguagesField({ chosen, missing, onChoose }: LanguagesFieldProps) {
  const { t } = useTranslation(["personas", "shared"]);
  const id = useId();
  const toggle = (language: Language) => {
    // What was chosen first stays first: it is the language where nobody chooses.
    onChoose(chosen.includes(language) ? chosen.filter((one) => one !== language) : [...chosen, language]);
  };
  return (
    <fieldset className={styles["languages"]} aria-describedby={id}>
      <legend>{t("languages")}</legend>
      {TALK_LANGUAGES.map((language) => (
        <label key={language} lang={language}>
          <input type="checkbox" checked={chosen.includes(language)} onChange={() => { toggle(language); }} />
          {t(`shared:language.${language}`)}
        </label>
      ))}
      <small id={id} role="alert">{missing ? t("languages_missing") : ""}</small>
    </fieldset>
  );
}
