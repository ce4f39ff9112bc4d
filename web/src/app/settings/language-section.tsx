import { useTranslation } from "react-i18next";

import { Choice } from "@/components/choice";
import { Section } from "@/components/section";
import { chooseLanguage, pageLanguage } from "@/i18n/i18n";
import { LANGUAGE_NAMES, PAGE_LANGUAGES, type PageLanguage } from "@/i18n/language";

export function LanguageSection() {
  const { t, i18n } = useTranslation("settings");
  return (
    <Section title={t("language")} about={t("language_about")}>
      <Choice<PageLanguage>
        label={t("language")}
        options={PAGE_LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value], lang: value }))}
        value={pageLanguage(i18n)}
        onChoose={(language) => void chooseLanguage(i18n, language)}
      />
    </Section>
  );
}
