/** Stands in place of a part that could not be fetched. Drawing it again would not fetch it: the page must load anew. */
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import styles from "@/components/full-page.module.css";
import { PageTitle } from "@/components/page-title";

export function UnreachedPage() {
  const { t } = useTranslation("shared");
  return (
    <div role="alert" className={styles["page"]}>
      <PageTitle>{t("unreached_title")}</PageTitle>
      <p>{t("unreached")}</p>
      <Button onClick={() => { window.location.reload(); }}>{t("reload")}</Button>
    </div>
  );
}
