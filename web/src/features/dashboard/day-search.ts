import { talksOf, type DashboardFilter } from "./dashboard-filter";

/** What the history is asked for: the talks of a day, of whom and in which language one looks at. */
export type DaySearch = Pick<DashboardFilter, "persona" | "language"> & { day: string };

export function daySearch(day: string, filter: DashboardFilter): DaySearch {
  return { day, ...talksOf(filter) };
}
