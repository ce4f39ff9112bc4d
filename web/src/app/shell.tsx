/** Header and content of every page but the way back from signing in; asks to sign in where nobody is. */
import { Outlet } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { usePerson } from "@/features/sign-in/sign-in-context";
import { SignInPage } from "@/features/sign-in/sign-in-page";

import { Header } from "./header";
import { LanguageSwitch } from "./language-switch";
import { OfflineNotice } from "./offline-notice";
import styles from "./shell.module.css";
import { ThemeSwitch } from "./theme-switch";

export function Shell() {
  const { t } = useTranslation("shared");
  const person = usePerson();
  if (person === null) {
    return (
      <>
        <header className={styles["corner"]}>
          <LanguageSwitch />
          <ThemeSwitch />
        </header>
        <SignInPage />
      </>
    );
  }
  return (
    <>
      <a href="#content" className={styles["skip"]}>
        {t("skip")}
      </a>
      <Header person={person} />
      <OfflineNotice />
      <main id="content" tabIndex={-1} className={styles["content"]}>
        <Outlet />
      </main>
    </>
  );
}
