/** What holds for this browser, and what is kept of the person: a section each. */
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { PageTitle } from "@/components/page-title";
import { PATHS } from "@/config/paths";
import { MyDataSection } from "@/features/my-data/components/my-data-section";
import { useSignIn } from "@/features/sign-in/sign-in-context";

import { DevicesSection } from "../settings/devices-section";
import { LanguageSection } from "../settings/language-section";
import { ThemeSection } from "../settings/theme-section";
import styles from "./settings.module.css";

export function Settings() {
  const { t } = useTranslation("settings");
  const navigate = useNavigate();
  const signIn = useSignIn();
  // The sign-in host may still know the person: signing out there is the last thing, and leads to the start.
  const onGone = () => void navigate({ to: PATHS.home, replace: true }).then(() => signIn.signOut());
  return (
    <div className={styles["page"]}>
      <PageTitle>{t("title")}</PageTitle>
      <LanguageSection />
      <ThemeSection />
      <DevicesSection />
      <MyDataSection onGone={onGone} />
    </div>
  );
}
