/** How the talks of a time went, day by day; what is told leads to the talks. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { Card } from "@/components/card";
import { Loading } from "@/components/loading";
import { PageTitle } from "@/components/page-title";
import { ProblemPanel } from "@/components/problem-panel";
import { PATHS } from "@/config/paths";

import { useDays } from "../api/read-days";
import type { DashboardFilter } from "../dashboard-filter";
import { Charts } from "./charts";
import styles from "./dashboard.module.css";
import { DashboardFilters, type Named } from "./dashboard-filters";
import { DayTable } from "./day-table";
import { Exports } from "./exports";
import { FailedTalks, SlowTurns } from "./leads";
import { Totals } from "./totals";

export interface DashboardProps {
  personas: readonly Named[];
  filter: DashboardFilter;
  onFilter: (filter: DashboardFilter) => void;
}

export function Dashboard({ personas, filter, onFilter }: DashboardProps) {
  const { t } = useTranslation("dashboard");
  const { data, error, isPending, isPlaceholderData, refetch } = useDays(filter);
  return (
    <div className={styles["page"]}>
      <div className={styles["head"]}>
        <PageTitle>{t("title")}</PageTitle>
        {data !== undefined && data.days.length > 0 && <Exports days={data} filter={filter} />}
      </div>
      <DashboardFilters personas={personas} filter={filter} onFilter={onFilter} />
      {error !== null && <ProblemPanel error={error} retry={() => void refetch()} />}
      {isPending && <Loading />}
      {data?.days.length === 0 && <Nothing />}
      {data !== undefined && data.days.length > 0 && (
        <div className={styles["figures"]} aria-busy={isPlaceholderData} data-days={data.days.length}>
          <Totals all={data.all} />
          <Charts days={data.days} all={data.all} filter={filter} />
          <div className={styles["leads"]}>
            <SlowTurns turns={data.all.slowest} />
            <FailedTalks ids={data.all.failed_session_ids} />
          </div>
          <DayTable days={data.days} filter={filter} />
          <p className={styles["about"]}>{t("about")}</p>
        </div>
      )}
    </div>
  );
}

function Nothing() {
  const { t } = useTranslation("dashboard");
  return (
    <Card className={styles["empty"]}>
      <p>{t("nothing")}</p>
      <Link to={PATHS.home}>{t("start")}</Link>
    </Card>
  );
}
