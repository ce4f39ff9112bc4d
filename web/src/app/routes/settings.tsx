/** What holds for this browser, and what is kept of the person: a section each. */
import { useTranslation } from "react-i18next";

import { PageTitle } from "@/components/page-title";

import { DevicesSection } from "../settings/devices-section";
import { LanguageSection } from "../settings/language-section";
import { ThemeSection } from "../settings/theme-section";
import styles from "./settings.module.css";

export function Settings() {
  const { t } = useTranslation("settings");
  return (
    <div className={styles["page"]}>
      <PageTitle>{t("title")}</PageTitle>
      <LanguageSection />
      <ThemeSection />
      <DevicesSection />
    </div>
  );
}
