/** Shown when the page has no settings, so nothing else of it can work. */
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import styles from "@/components/full-page.module.css";
import { Mark } from "@/components/mark";
import { PageTitle } from "@/components/page-title";

export function NotSetUp({ reason }: { reason: string }) {
  const { t } = useTranslation("shared");
  return (
    <main>
      <div role="alert" className={styles["page"]}>
        <Mark size={72} />
        <PageTitle>{t("config_title")}</PageTitle>
        <p>{t("config")}</p>
        <small>{reason}</small>
        <Button onClick={() => { window.location.reload(); }}>{t("reload")}</Button>
      </div>
    </main>
  );
}
