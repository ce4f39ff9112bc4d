import { useTranslation } from "react-i18next";

import { Choice } from "@/components/choice";
import { Section } from "@/components/section";
import { chooseTheme, THEMES, type Theme } from "@/theme/theme";
import { useTheme } from "@/theme/use-theme";

import { THEME_ICONS } from "../theme-icons";

export function ThemeSection() {
  const { t } = useTranslation(["settings", "shared"]);
  const theme = useTheme();
  const option = (value: Theme) => {
    const Icon = THEME_ICONS[value];
    const label = <><Icon size={18} aria-hidden="true" /> {t(`shared:theme_${value}`)}</>;
    return { value, label };
  };
  return (
    <Section title={t("theme")}>
      <Choice<Theme> label={t("theme")} options={THEMES.map(option)} value={theme} onChoose={chooseTheme} />
    </Section>
  );
}
