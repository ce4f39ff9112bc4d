import { useTranslation } from "react-i18next";

import type { Message, Session } from "@/api/types";
import { clock } from "@/i18n/times";

import styles from "./session-facts.module.css";

/** What a talk was like, in numbers; null until its messages are read. */
export function SessionFacts({ session, messages }: { session: Session; messages: Message[] | null }) {
  const { t } = useTranslation("sessions");
  const facts = {
    length: session.duration_s === null ? "–" : clock(session.duration_s),
    messages: session.message_count,
    interruptions: messages === null ? "–" : messages.filter(({ interrupted }) => interrupted).length,
  };
  return (
    <dl className={styles["facts"]} aria-label={t("facts")}>
      <dt>{t("length")}</dt>
      <dd className="number">{facts.length}</dd>
      <dt>{t("messages")}</dt>
      <dd className="number">{facts.messages}</dd>
      <dt>{t("interruptions")}</dt>
      <dd className="number">{facts.interruptions}</dd>
    </dl>
  );
}
