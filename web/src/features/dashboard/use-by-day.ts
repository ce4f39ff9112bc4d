/** What the charts have in common: the days of the choice, and how a figure of each is drawn and said. */
import { useTranslation } from "react-i18next";

import type { Day } from "@/api/types";
import { inDollars } from "@/i18n/in-dollars";
import { inMs } from "@/i18n/in-ms";

import type { DashboardFilter } from "./dashboard-filter";
import { daySearch } from "./day-search";
import { daysOf, periodOf } from "./period";
import type { Look, Series } from "./series";

export function useByDay(days: Day[], filter: DashboardFilter) {
  const { language } = useTranslation().i18n;
  const byDay = new Map(days.map((day) => [day.day, day]));
  const dates = daysOf(periodOf(filter, new Date()));
  const line = (name: string, look: Look, of: (day: Day) => number | null): Series => {
    const at = (date: string) => {
      const day = byDay.get(date);
      return day === undefined ? null : of(day);
    };
    return { name, look, values: dates.map(at) };
  };
  return {
    common: { days: dates, told: new Set(byDay.keys()), searchOf: (day: string) => daySearch(day, filter) },
    line,
    say: {
      count: (value: number) => new Intl.NumberFormat(language).format(value),
      ms: (value: number) => inMs(value, language),
      dollars: (value: number) => inDollars(value, language),
      mean: (value: number) => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value),
    },
  };
}
