/** What a list says of a talk; it opens by a press. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import type { Session } from "@/api/types";
import { PATHS } from "@/config/paths";
import { lengthInWords } from "@/i18n/times";

import styles from "./session-list.module.css";
import { SessionStatus } from "./session-status";

interface SessionLinkProps {
  session: Session;
  /** How the moment of its start is told. */
  moment: (iso: string, language: string) => string;
}

export function SessionLink({ session, moment }: SessionLinkProps) {
  const { t, i18n } = useTranslation(["talks", "shared"]);
  return (
    <Link to={PATHS.session} params={{ id: session.id }} className={styles["row"]}>
      <b lang={session.title === null ? undefined : session.language}>
        {session.title ?? t("untitled")}
      </b>
      {session.status !== "ended" && <SessionStatus status={session.status} />}
      <small className="points">
        <time dateTime={session.created_at}>{moment(session.created_at, i18n.language)}</time>
        {session.duration_s !== null && <span>{lengthInWords(session.duration_s, i18n.language)}</span>}
        <span>{session.persona_name}</span>
        <span lang={session.language}>{t(`shared:language.${session.language}`)}</span>
      </small>
    </Link>
  );
}
