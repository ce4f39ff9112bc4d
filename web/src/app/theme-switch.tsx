import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { chooseTheme, currentTheme, THEMES, type Theme } from "@/theme/theme";

import styles from "./switch.module.css";

const ICONS = { system: Monitor, light: Sun, dark: Moon } as const;

/** One button that goes round: as the system, light, dark. Its name says what holds now. */
export function ThemeSwitch() {
  const { t } = useTranslation("shared");
  const [theme, setTheme] = useState<Theme>(currentTheme);
  const Icon = ICONS[theme];
  const goOn = () => {
    const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system";
    chooseTheme(next);
    setTheme(next);
  };
  const name = `${t("theme")}: ${t(`theme_${theme}`)}`;
  return (
    <Button className={styles["switch"]} aria-label={name} title={name} onClick={goOn}>
      <Icon size={18} aria-hidden="true" />
    </Button>
  );
}
