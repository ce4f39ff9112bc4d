/** All talks, or those that fit, newest first by day, a page at a time. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import type { Session } from "@/api/types";
import { Button } from "@/components/button";
import { Card } from "@/components/card";
import { Loading } from "@/components/loading";
import { PageTitle } from "@/components/page-title";
import { ProblemPanel } from "@/components/problem-panel";
import { useRemoved } from "@/components/removals/removals-context";
import { PATHS } from "@/config/paths";

import { useHistory } from "../api/use-history";
import { byDay } from "../by-day";
import { ANY, isNarrow, type HistoryFilter } from "../history-filter";
import { partnersOf, type Partner } from "../partners";
import { DayList } from "./day-list";
import { HistoryFilters } from "./history-filters";
import styles from "./history.module.css";

interface HistoryProps {
  personas: readonly Partner[];
  filter: HistoryFilter;
  onFilter: (filter: HistoryFilter) => void;
}

export function History({ personas, filter, onFilter }: HistoryProps) {
  const { t } = useTranslation("sessions");
  const { sessions, isSearching, isLoadingMore, hasMore, more, error, retry } = useHistory(filter);
  const removed = useRemoved("session");
  const shown = sessions.filter(({ id }) => !removed.has(id));
  return (
    <div className={styles["page"]}>
      <PageTitle>{t("history")}</PageTitle>
      <HistoryFilters partners={partnersOf(personas, sessions)} filter={filter} onFilter={onFilter} />
      <Days sessions={shown} />
      {isSearching && <Loading />}
      {error !== null && <ProblemPanel error={error} retry={retry} />}
      {shown.length === 0 && !isSearching && !hasMore && error === null && (
        <Nothing filter={filter} onFilter={onFilter} />
      )}
      {hasMore && !isSearching && error === null && <Button busy={isLoadingMore} onClick={more}>{t("more")}</Button>}
    </div>
  );
}

function Days({ sessions }: { sessions: readonly Session[] }) {
  return byDay(sessions).map(({ day, sessions: talks }) => <DayList key={day} day={day} sessions={talks} />);
}

function Nothing({ filter, onFilter }: Omit<HistoryProps, "personas">) {
  const { t } = useTranslation(["sessions", "talks"]);
  if (isNarrow(filter)) {
    return (
      <Card className={styles["empty"]}>
        <p>{t("none_fits")}</p>
        <Button onClick={() => { onFilter(ANY); }}>{t("show_all")}</Button>
      </Card>
    );
  }
  return (
    <Card className={styles["empty"]}>
      <p>{t("talks:empty")}</p>
      <Link to={PATHS.home}>{t("start_first")}</Link>
    </Card>
  );
}
