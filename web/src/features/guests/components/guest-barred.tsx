import { useTranslation } from "react-i18next";

import styles from "@/components/full-page.module.css";
import { PageTitle } from "@/components/page-title";
import { ProblemPanel } from "@/components/problem-panel";

/** Why an invitation lets nobody in, or not now. */
export function GuestBarred({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation("guests");
  return (
    <div className={styles["page"]} data-guest-barred>
      <PageTitle>{t("barred_title")}</PageTitle>
      <ProblemPanel error={error} retry={retry} />
    </div>
  );
}
