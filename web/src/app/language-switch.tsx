import { useTranslation } from "react-i18next";

import { chooseLanguage, pageLanguage } from "@/i18n/i18n";
import { LANGUAGE_NAMES, PAGE_LANGUAGES, toPageLanguage } from "@/i18n/language";

import styles from "./switch.module.css";

export function LanguageSwitch() {
  const { t, i18n } = useTranslation("shared");
  const choose = (tag: string) => {
    const language = toPageLanguage(tag);
    if (language !== null) {
      // Words that cannot be fetched leave the choice as it was, and the header's notice says that one is offline.
      chooseLanguage(i18n, language).catch(() => undefined);
    }
  };
  return (
    <select
      className={styles["switch"]}
      aria-label={t("page_language")}
      value={pageLanguage(i18n)}
      onChange={(event) => { choose(event.target.value); }}
    >
      {PAGE_LANGUAGES.map((language) => (
        <option key={language} value={language} lang={language}>
          {LANGUAGE_NAMES[language]}
        </option>
      ))}
    </select>
  );
}
