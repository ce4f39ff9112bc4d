/** All talks, newest first, a page at a time. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { Card } from "@/components/card";
import { Loading } from "@/components/loading";
import { PageTitle } from "@/components/page-title";
import { ProblemPanel } from "@/components/problem-panel";
import { PATHS } from "@/config/paths";

import { useSessions } from "../api/list-sessions";
import styles from "./history.module.css";
import { SessionList } from "./session-list";

const PAGE_SIZE = 20;

export function History() {
  const { t } = useTranslation("sessions");
  const sessions = useSessions({ limit: PAGE_SIZE });
  return (
    <div className={styles["page"]}>
      <PageTitle>{t("history")}</PageTitle>
      {sessions.isPending && <Loading />}
      {sessions.isError && <ProblemPanel error={sessions.error} retry={() => void sessions.refetch()} />}
      {sessions.data?.length === 0 && <Empty />}
      {sessions.data !== undefined && sessions.data.length > 0 && (
        <Card aria-label={t("all")}>
          <SessionList deletable sessions={sessions.data} label={t("all")} />
        </Card>
      )}
      {sessions.hasNextPage && (
        <Button busy={sessions.isFetchingNextPage} onClick={() => void sessions.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </div>
  );
}

function Empty() {
  const { t } = useTranslation("sessions");
  return (
    <Card className={styles["empty"]}>
      <p>{t("empty")}</p>
      <Link to={PATHS.home}>{t("start_first")}</Link>
    </Card>
  );
}
