/** The days of a choice, in UTC. */
import type { DashboardFilter, Preset } from "./dashboard-filter";

const USUAL: Preset = 28;
/** As the API has it. */
const MOST_DAYS = 92;
const DAY_MS = 86_400_000;

/** Both days are in it. */
export interface Period {
  from: string;
  to: string;
}

export function presetOf({ days, from, to }: DashboardFilter): Preset | null {
  return from !== undefined && to !== undefined ? null : days ?? USUAL;
}

/** Never an empty one, and never longer than what may be asked for: then its end holds. */
export function periodOf(filter: DashboardFilter, now: Date): Period {
  const { from, to } = filter;
  const today = utcDay(now);
  const preset = presetOf(filter);
  if (preset !== null || from === undefined || to === undefined) {
    return { from: later(today, 1 - (preset ?? USUAL)), to: today };
  }
  const [first, last] = from <= to ? [from, to] : [to, from];
  const earliest = later(last, 1 - MOST_DAYS);
  return { from: first < earliest ? earliest : first, to: last };
}

export function daysOf({ from, to }: Period): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = later(day, 1)) {
    days.push(day);
  }
  return days;
}

/** "2026-11-20" -> "Nov 20", in the page's language. */
export function shortDay(day: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, { month: "short", day: "numeric", timeZone: "UTC" });
  return format.format(new Date(day));
}

function later(day: string, days: number): string {
  return utcDay(new Date(Date.parse(day) + days * DAY_MS));
}

function utcDay(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
