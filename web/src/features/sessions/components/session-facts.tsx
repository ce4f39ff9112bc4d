import { useTranslation } from "react-i18next";

import type { Session } from "@/api/types";

import { clock, dayAndTime } from "@/i18n/times";
import styles from "./session-facts.module.css";
import { SessionStatus } from "./session-status";

export function SessionFacts({ session }: { session: Session }) {
  const { t, i18n } = useTranslation(["sessions", "shared"]);
  return (
    <dl className={styles["facts"]} aria-label={t("facts")}>
      <dt>{t("state")}</dt>
      <dd>
        <SessionStatus status={session.status} />
      </dd>
      <dt>{t("length")}</dt>
      <dd className="number">{session.duration_s === null ? "–" : clock(session.duration_s)}</dd>
      <dt>{t("messages")}</dt>
      <dd className="number">{session.message_count}</dd>
      <dt>{t("language")}</dt>
      <dd>{t(`shared:language.${session.language}`)}</dd>
      <dt>{t("started")}</dt>
      <dd>
        <time dateTime={session.created_at}>{dayAndTime(session.created_at, i18n.language)}</time>
      </dd>
    </dl>
  );
}
