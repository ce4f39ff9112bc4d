import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { ownProblem } from "@/api/problem";
import { Choice } from "@/components/choice";
import { ProblemPanel } from "@/components/problem-panel";
import { Section } from "@/components/section";
import { chooseLanguage, pageLanguage } from "@/i18n/i18n";
import { LANGUAGE_NAMES, PAGE_LANGUAGES, type PageLanguage } from "@/i18n/language";

export function LanguageSection() {
  const { t, i18n } = useTranslation("settings");
  const choice = useMutation({ mutationFn: (language: PageLanguage) => chooseLanguage(i18n, language) });
  return (
    <Section title={t("language")} about={t("language_about")}>
      <Choice<PageLanguage>
        label={t("language")}
        options={PAGE_LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value], lang: value }))}
        value={pageLanguage(i18n)}
        onChoose={choice.mutate}
      />
      {choice.isError && <ProblemPanel error={ownProblem("unreachable", choice.error)} />}
    </Section>
  );
}
