/** What stands around every page: the way past the header, the header, and the place for the content. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { KeysProvider } from "@/components/keys/keys-context";

import { OfflineNotice } from "./offline-notice";
import styles from "./shell.module.css";

interface FrameProps {
  header: ReactNode;
  /** What is to be known on every page, between header and content. */
  notice?: ReactNode;
  children: ReactNode;
}

export function Frame({ header, notice, children }: FrameProps) {
  const { t } = useTranslation("shared");
  return (
    <KeysProvider>
      <a href="#content" className={styles["skip"]}>
        {t("skip")}
      </a>
      {header}
      <OfflineNotice />
      {notice}
      <main id="content" tabIndex={-1} className={styles["content"]}>
        {children}
      </main>
    </KeysProvider>
  );
}
