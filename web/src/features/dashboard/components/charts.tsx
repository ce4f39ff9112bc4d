/** The charts of the dashboard, each of one question. */
import { useTranslation } from "react-i18next";

import type { Day, DaySum } from "@/api/types";
import { useKeyGroup } from "@/components/keys/keys-context";

import type { DashboardFilter } from "../dashboard-filter";
import { sayJudges } from "../judges";
import { useByDay } from "../use-by-day";
import { Chart } from "./chart";
import styles from "./dashboard.module.css";

const SCALE = [1, 5] as const;
const SCORES = [
  ["goal_completion", "agent"],
  ["response_relevance", "user"],
  ["faithfulness", "good"],
  ["sentiment_end", "quiet"],
] as const;

interface ChartsProps {
  days: Day[];
  all: DaySum;
  filter: DashboardFilter;
}

export function Charts({ days, all, filter }: ChartsProps) {
  const { t } = useTranslation("dashboard");
  const { common, line, say } = useByDay(days, filter);
  useKeyGroup({
    title: t("keys.title"),
    list: [{ keys: ["←", "→"], does: t("keys.next") }, { keys: ["Home", "End"], does: t("keys.ends") }, { keys: ["Enter"], does: t("keys.open") }],
  });
  const { judged, thumbs_up: up, thumbs_down: down } = all.opinions;
  return (
    <div className={styles["charts"]}>
      <Chart
        {...common} id="talks" kind="bars" title={t("talks_title")} say={say.count}
        series={[
          line(t("went_well"), "agent", ({ sessions, failed }) => sessions - failed),
          line(t("failed"), "alert", ({ failed }) => failed),
        ]}
      />
      <Chart
        {...common} id="voice-to-voice" kind="lines" title={t("v2v_title")} about={t("v2v_about")} say={say.ms}
        series={[
          line("P50", "agent", ({ voice_to_voice: { p50_s } }) => p50_s),
          line("P95", "user", ({ voice_to_voice: { p95_s } }) => p95_s),
        ]}
      />
      <Chart
        {...common} id="turns" kind="bars" title={t("turns_title")} about={t("turns_about")} say={say.count}
        series={[
          line(t("interrupted"), "user", ({ interrupted }) => interrupted),
          line(t("incidents"), "alert", ({ incidents }) => incidents),
        ]}
      />
      <Chart
        {...common} id="cost" kind="lines" title={t("cost_title")} say={say.dollars}
        series={[
          line(t("cost_here"), "agent", ({ usd_micros }) => usd_micros),
          line(t("cost_on_aws"), "user", ({ on_aws_usd_micros }) => on_aws_usd_micros),
        ]}
      />
      {judged > 0 && <Scores days={days} all={all} filter={filter} />}
      {up + down > 0 && <Thumbs days={days} all={all} filter={filter} />}
    </div>
  );
}

function Scores({ days, all, filter }: ChartsProps) {
  const { t, i18n } = useTranslation("dashboard");
  const { common, line, say } = useByDay(days, filter);
  const { judged, judged_by_rules: byRules } = all.opinions;
  const judges = sayJudges(all.opinions.judges, { language: i18n.language, rules: t("plain_rules") });
  const about = t(byRules > 0 ? "scores_by_rules" : "scores_about", { judged, byRules });
  return (
    <Chart
      {...common} id="scores" kind="lines" title={t("scores_title")} bounds={SCALE} say={say.mean}
      about={judges === null ? about : `${about} ${t("scores_judges", { judges })}`}
      series={SCORES.map(([metric, look]) => line(t(`metric.${metric}`), look, ({ opinions }) => opinions.means[metric]?.mean ?? null))}
    />
  );
}

function Thumbs({ days, all, filter }: ChartsProps) {
  const { t } = useTranslation("dashboard");
  const { common, line, say } = useByDay(days, filter);
  const { agreed, compared } = all.opinions;
  return (
    <Chart
      {...common} id="thumbs" kind="bars" title={t("thumbs_title")} about={t("agreement", { agreed, compared })} say={say.count}
      series={[
        line(t("thumbs_up"), "good", ({ opinions }) => opinions.thumbs_up),
        line(t("thumbs_down"), "alert", ({ opinions }) => opinions.thumbs_down),
      ]}
    />
  );
}
