/** One talk after (or while) it happened: its facts and its transcript. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import type { Session } from "@/api/types";
import { CopyButton } from "@/components/copy-button";
import { Loading } from "@/components/loading";
import { PageProblem } from "@/components/page-problem";
import { PageTitle } from "@/components/page-title";
import { PATHS } from "@/config/paths";

import { isOver, useSession } from "../api/read-session";
import { SessionFacts } from "./session-facts";
import styles from "./session-page.module.css";
import { Transcript } from "./transcript";

export function SessionPage({ id }: { id: string }) {
  const session = useSession(id);
  if (session.isPending) {
    return <Loading />;
  }
  if (session.isError) {
    return <PageProblem error={session.error} retry={() => void session.refetch()} />;
  }
  return <Found session={session.data} />;
}

function Found({ session }: { session: Session }) {
  const { t } = useTranslation("sessions");
  const reason = session.failure_reason ?? session.end_reason;
  return (
    <div className={styles["page"]}>
      <div className={styles["head"]}>
        <PageTitle>{session.title ?? t("untitled")}</PageTitle>
        <CopyButton label={t("copy_link")} text={() => window.location.href} />
      </div>
      <SessionFacts session={session} />
      {reason !== null && <p data-session-reason={reason}>{t(`reason.${reason}`)}</p>}
      {!isOver(session) && (
        <Link to={PATHS.talk} params={{ id: session.id }}>
          {t("return_to_talk")}
        </Link>
      )}
      <Transcript session={session} />
    </div>
  );
}
