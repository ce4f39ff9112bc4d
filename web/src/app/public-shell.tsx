/** Header and content of a page for strangers: it asks for no sign-in, and is not to be found by searching. */
import { Link, Outlet } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { Mark } from "@/components/mark";
import { PATHS } from "@/config/paths";

import headerStyles from "./header.module.css";
import { LanguageSwitch } from "./language-switch";
import { OfflineNotice } from "./offline-notice";
import styles from "./shell.module.css";
import { ThemeSwitch } from "./theme-switch";

export function PublicShell() {
  const { t } = useTranslation("shared");
  return (
    <>
      <meta name="robots" content="noindex, nofollow, noarchive" />
      {/* The address is the secret: no request tells it to anybody, nor to a log. */}
      <meta name="referrer" content="no-referrer" />
      <a href="#content" className={styles["skip"]}>
        {t("skip")}
      </a>
      <header className={headerStyles["header"]}>
        <Link to={PATHS.home} className={[headerStyles["logo"], headerStyles["alone"]].join(" ")} aria-label="EchoSphere">
          <Mark />
          <span>EchoSphere</span>
        </Link>
        <LanguageSwitch />
        <ThemeSwitch />
      </header>
      <OfflineNotice />
      <main id="content" tabIndex={-1} className={styles["content"]}>
        <Outlet />
      </main>
    </>
  );
}
