import { PRESETS, type DashboardFilter } from "@/features/dashboard/dashboard-filter";
import { isDay } from "@/i18n/is-day";

import { filterIn } from "./filter-in";

/** What an address asks the dashboard for: `?days=7&persona=…`, or `?from=…&to=…`. What is none is left out. */
export function dashboardIn(search: Record<string, unknown>): DashboardFilter {
  const { persona, language } = filterIn(search);
  const { days, from, to } = search;
  const preset = PRESETS.find((one) => String(one) === String(days));
  return {
    ...(preset !== undefined && { days: preset }),
    ...(isDay(from) && isDay(to) && { from, to }),
    ...(persona !== undefined && { persona }),
    ...(language !== undefined && { language }),
  };
}
