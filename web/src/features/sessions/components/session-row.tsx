/** One talk of the history: it opens, gets another name and goes from here. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import type { Session } from "@/api/types";
import { PATHS } from "@/config/paths";
import { lengthInWords, timeOfDay } from "@/i18n/times";

import { isOver } from "../api/read-session";
import { useRename } from "../use-rename";
import { DeleteButton } from "./delete-button";
import { RenameButton } from "./rename-button";
import { RenameForm } from "./rename-form";
import { RenameUndo } from "./rename-undo";
import styles from "./session-list.module.css";
import { SessionStatus } from "./session-status";

export function SessionRow({ session }: { session: Session }) {
  const { t } = useTranslation("sessions");
  const rename = useRename(session);
  const name = session.title ?? t("untitled");
  if (rename.editing) {
    return (
      <li>
        <RenameForm title={session.title} rename={rename} />
      </li>
    );
  }
  return (
    <li>
      <SessionLink session={session} moment={timeOfDay} />
      <RenameUndo rename={rename} />
      <RenameButton name={name} opener={rename.opener} onPress={rename.start} />
      {isOver(session) && <DeleteButton compact sessionId={session.id} name={name} />}
    </li>
  );
}

interface SessionLinkProps {
  session: Session;
  /** How the moment of its start is told. */
  moment: (iso: string, language: string) => string;
}

export function SessionLink({ session, moment }: SessionLinkProps) {
  const { t, i18n } = useTranslation(["sessions", "shared"]);
  return (
    <Link to={PATHS.session} params={{ id: session.id }} className={styles["row"]}>
      <b lang={session.title === null ? undefined : session.language}>
        {session.title ?? t("untitled")}
      </b>
      {session.status !== "ended" && <SessionStatus status={session.status} />}
      <small>
        <time dateTime={session.created_at}>{moment(session.created_at, i18n.language)}</time>
        {session.duration_s !== null && <> · {lengthInWords(session.duration_s, i18n.language)}</>}
        <> · {session.persona_name}</>
        <> · {t(`shared:language.${session.language}`)}</>
      </small>
    </Link>
  );
}
