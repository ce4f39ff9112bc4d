import { useTranslation } from "react-i18next";

import styles from "@/components/full-page.module.css";
import { PageTitle } from "@/components/page-title";

/** One page for an unknown link, one that has ended, one that was taken back, and one whose talk is deleted. */
export function LinkEnded() {
  const { t } = useTranslation("sharing");
  return (
    <div className={styles["page"]} data-link-ended>
      <PageTitle>{t("ended_title")}</PageTitle>
      <p>{t("ended")}</p>
    </div>
  );
}
