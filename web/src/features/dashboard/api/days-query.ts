import type { Language } from "@/api/types";

import type { DashboardFilter } from "../dashboard-filter";
import { periodOf } from "../period";

/** A choice, as the API is asked for it. */
export interface DaysQuery {
  from: string;
  to: string;
  persona_id?: string;
  language?: Language;
}

export function daysQuery(filter: DashboardFilter): DaysQuery {
  const { persona, language } = filter;
  return {
    ...periodOf(filter, new Date()),
    ...(persona !== undefined && { persona_id: persona }),
    ...(language !== undefined && { language }),
  };
}
