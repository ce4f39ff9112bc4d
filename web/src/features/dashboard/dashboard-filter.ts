/** Which days and which talks of them one wants to see: what stands in the address. Days are in UTC, as they are counted. */
import type { Language } from "@/api/types";

export const PRESETS = [7, 28, 90] as const;
export type Preset = (typeof PRESETS)[number];

export interface DashboardFilter {
  /** So many days up to today; unless `from` and `to` are there. */
  days?: Preset;
  from?: string;
  to?: string;
  persona?: string;
  language?: Language;
}

/** Its days alone. */
export function whenOf({ days, from, to }: DashboardFilter): DashboardFilter {
  return { ...(days !== undefined && { days }), ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** Its talks alone. */
export function talksOf({ persona, language }: DashboardFilter): Pick<DashboardFilter, "persona" | "language"> {
  return { ...(persona !== undefined && { persona }), ...(language !== undefined && { language }) };
}
