import { Link, useRouteContext } from "@tanstack/react-router";
import { ChartColumn, History, LogOut, MessageCircle, Settings, UsersRound } from "lucide-react";
import { useTranslation } from "react-i18next";

import { Mark } from "@/components/mark";
import { Button } from "@/components/button";
import { PATHS } from "@/config/paths";
import type { Person } from "@/features/sign-in/sign-in";
import { useSignIn } from "@/features/sign-in/sign-in-context";

import styles from "./header.module.css";
import { LanguageSwitch } from "./language-switch";
import switchStyles from "./switch.module.css";
import { ThemeSwitch } from "./theme-switch";

export function Header({ person }: { person: Person }) {
  const { t } = useTranslation(["shared", "sign_in"]);
  const signIn = useSignIn();
  const { rooms } = useRouteContext({ from: "__root__" });
  const signOut = () => {
    // Whoever signs out wants to be heard no longer, also while the page is still on its way out.
    rooms.leave();
    void signIn.signOut();
  };
  return (
    <header className={styles["header"]}>
      <Link to={PATHS.home} className={styles["logo"]} aria-label="EchoSphere">
        <Mark />
        <span>EchoSphere</span>
      </Link>
      <nav className={styles["nav"]} aria-label={t("navigation")}>
        <Link to={PATHS.home} aria-label={t("talk")} activeOptions={{ exact: true }}>
          <MessageCircle size={18} aria-hidden="true" />
          <span>{t("talk")}</span>
        </Link>
        <Link to={PATHS.sessions} aria-label={t("history")}>
          <History size={18} aria-hidden="true" />
          <span>{t("history")}</span>
        </Link>
        <Link to={PATHS.dashboard} aria-label={t("dashboard")}>
          <ChartColumn size={18} aria-hidden="true" />
          <span>{t("dashboard")}</span>
        </Link>
        <Link to={PATHS.personas} aria-label={t("personas")}>
          <UsersRound size={18} aria-hidden="true" />
          <span>{t("personas")}</span>
        </Link>
        <Link to={PATHS.settings} aria-label={t("settings")}>
          <Settings size={18} aria-hidden="true" />
          <span>{t("settings")}</span>
        </Link>
      </nav>
      <span className={styles["choice"]}>
        <LanguageSwitch />
        <ThemeSwitch />
      </span>
      <Button
        className={switchStyles["switch"]}
        aria-label={t("sign_in:sign_out")}
        title={person.email ?? t("sign_in:sign_out")}
        onClick={signOut}
      >
        <LogOut size={18} aria-hidden="true" />
      </Button>
    </header>
  );
}
