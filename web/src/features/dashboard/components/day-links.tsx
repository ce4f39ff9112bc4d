/** The days of a chart that have talks, as links over its drawing: one stop of the keyboard, and arrows from there. */
import { Link } from "@tanstack/react-router";
import { useRef, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";

import { PATHS } from "@/config/paths";

import type { DaySearch } from "../day-search";
import styles from "./chart.module.css";

interface DayLinksProps {
  days: readonly string[];
  told: ReadonlySet<string>;
  here: string | null;
  inWords: (day: string) => string;
  searchOf: (day: string) => DaySearch;
  onReach: (day: string) => void;
}

export function DayLinks({ days, told, here, inWords, searchOf, onReach }: DayLinksProps) {
  const { t } = useTranslation("dashboard");
  const list = useRef<HTMLOListElement>(null);
  const shown = days.filter((day) => told.has(day));
  const onKeyDown = (event: KeyboardEvent, day: string) => {
    const next = neighbour(shown, day, event.key);
    if (next !== undefined) {
      event.preventDefault();
      list.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
    }
  };
  return (
    <ol ref={list} className={styles["days"]} style={{ gridTemplateColumns: `repeat(${days.length}, 1fr)` }}>
      {shown.map((day) => (
        <li key={day} style={{ gridColumn: days.indexOf(day) + 1 }}>
          <Link
            to={PATHS.sessions}
            search={searchOf(day)}
            data-day={day}
            data-here={day === here}
            tabIndex={day === here ? 0 : -1}
            aria-label={t("day_of_chart", { values: inWords(day) })}
            onKeyDown={(event) => { onKeyDown(event, day); }}
            onFocus={() => { onReach(day); }}
            onMouseEnter={() => { onReach(day); }}
          />
        </li>
      ))}
    </ol>
  );
}

function neighbour(days: readonly string[], day: string, key: string): string | undefined {
  const at = days.indexOf(day);
  const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: days.length - 1 }[key];
  return next === undefined || next < 0 ? undefined : days[next];
}
