import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { chooseTheme, THEMES } from "@/theme/theme";
import { useTheme } from "@/theme/use-theme";

import styles from "./switch.module.css";
import { THEME_ICONS } from "./theme-icons";

/** One button that goes round: as the system, light, dark. Its name says what holds now. */
export function ThemeSwitch() {
  const { t } = useTranslation("shared");
  const theme = useTheme();
  const Icon = THEME_ICONS[theme];
  const goOn = () => { chooseTheme(THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system"); };
  const name = `${t("theme")}: ${t(`theme_${theme}`)}`;
  return (
    <Button className={styles["switch"]} aria-label={name} title={name} onClick={goOn}>
      <Icon size={18} aria-hidden="true" />
    </Button>
  );
}
