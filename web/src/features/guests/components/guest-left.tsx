import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import styles from "@/components/full-page.module.css";
import { PageTitle } from "@/components/page-title";

export function GuestLeft({ onAgain }: { onAgain: () => void }) {
  const { t } = useTranslation("guests");
  return (
    <div className={styles["page"]} data-guest-left>
      <PageTitle>{t("left_title")}</PageTitle>
      <p>{t("left")}</p>
      <Button onClick={onAgain}>{t("again")}</Button>
    </div>
  );
}
