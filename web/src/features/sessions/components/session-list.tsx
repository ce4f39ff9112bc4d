import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import type { Session } from "@/api/types";
import { PATHS } from "@/config/paths";

import { dayAndTime, lengthInWords } from "@/i18n/times";
import styles from "./session-list.module.css";
import { SessionStatus } from "./session-status";

export function SessionList({ sessions, label }: { sessions: Session[]; label: string }) {
  return (
    <ul className={styles["list"]} aria-label={label}>
      {sessions.map((session) => (
        <li key={session.id}>
          <SessionRow session={session} />
        </li>
      ))}
    </ul>
  );
}

function SessionRow({ session }: { session: Session }) {
  const { t, i18n } = useTranslation(["sessions", "shared"]);
  return (
    <Link to={PATHS.session} params={{ id: session.id }} className={styles["row"]}>
      <b lang={session.title === null ? undefined : session.language}>
        {session.title ?? t("untitled")}
      </b>
      <SessionStatus status={session.status} />
      <small>
        <time dateTime={session.created_at}>{dayAndTime(session.created_at, i18n.language)}</time>
        {session.duration_s !== null && <> · {lengthInWords(session.duration_s, i18n.language)}</>}
        <> · {t(`shared:language.${session.language}`)}</>
      </small>
    </Link>
  );
}
