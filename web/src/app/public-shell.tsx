/** Header and content of a page for strangers: it asks for no sign-in, and is not to be found by searching. */
import { Outlet } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { OfflineNotice } from "./offline-notice";
import styles from "./shell.module.css";
import { StrangerHeader } from "./stranger-header";

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
      <StrangerHeader />
      <OfflineNotice />
      <main id="content" tabIndex={-1} className={styles["content"]}>
        <Outlet />
      </main>
    </>
  );
}
