import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import type { Session } from "@/api/types";
import { useRemoved } from "@/components/removals/removals-context";
import { PATHS } from "@/config/paths";

import { dayAndTime, lengthInWords } from "@/i18n/times";
import { isOver } from "../api/read-session";
import { DeleteButton } from "./delete-button";
import styles from "./session-list.module.css";
import { SessionStatus } from "./session-status";

interface SessionListProps {
  sessions: Session[];
  label: string;
  /** Each talk that is over can be deleted here. */
  deletable?: boolean;
}

export function SessionList({ sessions, label, deletable = false }: SessionListProps) {
  const { t } = useTranslation("sessions");
  const removed = useRemoved("session");
  return (
    <ul className={styles["list"]} aria-label={label}>
      {sessions.filter(({ id }) => !removed.has(id)).map((session) => (
        <li key={session.id}>
          <SessionRow session={session} />
          {deletable && isOver(session) && (
            <DeleteButton compact sessionId={session.id} name={session.title ?? t("untitled")} />
          )}
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
        <> · {session.persona_name}</>
        <> · {t(`shared:language.${session.language}`)}</>
      </small>
    </Link>
  );
}
