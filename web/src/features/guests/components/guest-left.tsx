import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import styles from "@/components/full-page.module.css";
import { PageTitle } from "@/components/page-title";

/** `left` or lost the connection, and may come in again; `removed` by the host; or the talk is `over`. */
export type GuestEnding = "left" | "removed" | "over";

export function GuestLeft({ ending, onAgain }: { ending: GuestEnding; onAgain: () => void }) {
  const { t } = useTranslation("guests");
  return (
    <div className={styles["page"]} data-guest-left={ending}>
      <PageTitle>{t(`${ending}_title`)}</PageTitle>
      <p>{t(ending)}</p>
      {ending === "left" && <Button onClick={onAgain}>{t("again")}</Button>}
    </div>
  );
}
