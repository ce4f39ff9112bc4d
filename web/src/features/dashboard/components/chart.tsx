/** A small chart by day. Each day with talks is a link to them; arrows go from one to the next, and its values are told. */
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Card } from "@/components/card";

import type { DaySearch } from "../day-search";
import { shortDay } from "../period";
import { topOf } from "../plot";
import type { Series } from "../series";
import styles from "./chart.module.css";
import { DayLinks } from "./day-links";
import { Plot } from "./plot";

export interface ChartProps {
  id: string;
  title: string;
  about?: string;
  days: readonly string[];
  /** The days that have something to tell. */
  told: ReadonlySet<string>;
  series: readonly Series[];
  kind: "bars" | "lines";
  /** From the lowest to the highest value there can be; what is shown, unless said. */
  bounds?: readonly [number, number];
  say: (value: number) => string;
  searchOf: (day: string) => DaySearch;
}

export function Chart({ id, title, about, days, told, series, kind, bounds, say, searchOf }: ChartProps) {
  const { t, i18n } = useTranslation("dashboard");
  const [at, setAt] = useState<string | null>(null);
  const here = at !== null && told.has(at) ? at : days.findLast((day) => told.has(day)) ?? null;
  const range = bounds ?? ([0, topOf(series.map(({ values }) => values), kind)] as const);
  const inWords = (day: string) => {
    const values = series.map(({ name, values }) => wordsOf(name, values[days.indexOf(day)], say)).join(", ");
    return `${shortDay(day, i18n.language)}: ${values}`;
  };
  return (
    <Card className={styles["chart"]} aria-labelledby={`${id}-title`} data-chart={id}>
      <h2 id={`${id}-title`}>{title}</h2>
      {about !== undefined && <p className={styles["about"]}>{about}</p>}
      <p className={styles["legend"]} aria-hidden="true">
        {series.map(({ name, look }) => <span key={name} className={styles[look]}>{name}</span>)}
      </p>
      <p className={styles["readout"]} aria-hidden="true">{here !== null && inWords(here)}</p>
      <div className={styles["frame"]}>
        <Plot series={series} kind={kind} range={range} days={days.length} />
        <DayLinks days={days} told={told} here={here} inWords={inWords} searchOf={searchOf} onReach={setAt} />
      </div>
      <p className={styles["ends"]} aria-hidden="true">
        <span>{shortDay(days[0] ?? "", i18n.language)}</span>
        <span>{range[0] === 0 ? t("up_to", { value: say(range[1]) }) : t("from_to", { low: say(range[0]), value: say(range[1]) })}</span>
        <span>{shortDay(days.at(-1) ?? "", i18n.language)}</span>
      </p>
    </Card>
  );
}

function wordsOf(name: string, value: number | null | undefined, say: (value: number) => string): string {
  return `${name} ${value === null || value === undefined ? "–" : say(value)}`;
}
