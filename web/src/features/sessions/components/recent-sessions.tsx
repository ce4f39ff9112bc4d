/** The last few talks, beside the start of a new one. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { Card } from "@/components/card";
import { Loading } from "@/components/loading";
import { ProblemPanel } from "@/components/problem-panel";
import { PATHS } from "@/config/paths";

import { useSessions } from "../api/list-sessions";
import styles from "./recent-sessions.module.css";
import { SessionList } from "./session-list";

const SHOWN = 5;

export function RecentSessions() {
  const { t } = useTranslation("talks");
  const sessions = useSessions({ limit: SHOWN });
  return (
    <Card aria-labelledby="recent">
      <h2 id="recent">{t("recent")}</h2>
      {sessions.isPending && <Loading />}
      {sessions.isError && <ProblemPanel error={sessions.error} retry={() => void sessions.refetch()} />}
      {sessions.data?.length === 0 && <p>{t("empty")}</p>}
      {sessions.data !== undefined && sessions.data.length > 0 && (
        <>
          <SessionList sessions={sessions.data} label={t("recent")} />
          <Link to={PATHS.sessions} className={styles["all"]}>
            {t("all")}
          </Link>
        </>
      )}
    </Card>
  );
}
