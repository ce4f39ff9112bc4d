import { useTranslation } from "react-i18next";

import type { OneFeedback } from "@/api/types";

import { agrees } from "../compared";
import styles from "./feedback-card.module.css";

export interface Judged {
  /** Its mean, where it gave scores. */
  overall: number | null;
  /** Who judged; null as long as nobody has. */
  kind: "model" | "rules" | null;
}

interface ComparedProps {
  thumb: OneFeedback["thumb"] | null;
  judged: Judged;
}

/** "You: thumbs down. The judge: 4.2 of 5." and whether the two say the same. */
export function Compared({ thumb, judged: { overall, kind } }: ComparedProps) {
  const { t, i18n } = useTranslation("feedback");
  if (thumb === null) {
    return <p className={styles["about"]}>{t("ask")}</p>;
  }
  const agree = agrees(thumb, overall);
  const value = overall === null ? null : new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format(overall);
  return (
    <p className={styles["about"]} data-agrees={agree ?? undefined}>
      {t("you", { thumb: t(`thumb.${thumb}`) })} {value === null || kind === null ? t("judge_none") : t(`judge.${kind}`, { value })}
      {agree !== null && ` ${t(agree ? "agree" : "differ")}`}
    </p>
  );
}
