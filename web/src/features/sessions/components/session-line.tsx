import { useTranslation } from "react-i18next";

import type { Session } from "@/api/types";
import { dayAndTime } from "@/i18n/times";

import { isOver } from "../api/read-session";
import styles from "./session-page.module.css";
import { SessionStatus } from "./session-status";

/** Which talk it is, in one line below its title; how it ended, where it has. */
export function SessionLine({ session }: { session: Session }) {
  const { t, i18n } = useTranslation(["sessions", "shared"]);
  const reason = session.failure_reason ?? session.end_reason;
  return (
    <p className={`points ${styles["line"] ?? ""}`}>
      <time className="number" dateTime={session.created_at}>
        {dayAndTime(session.created_at, i18n.language)}
      </time>
      <span data-persona>{session.persona_name}</span>
      <span lang={session.language}>{t(`shared:language.${session.language}`)}</span>
      {(!isOver(session) || session.status === "failed") && <SessionStatus status={session.status} />}
      {reason !== null && <span data-session-reason={reason}>{t(`reason.${reason}`)}</span>}
      {session.consented_at !== null && <span data-consented={session.consented_at}>{t("consented")}</span>}
    </p>
  );
}
