import type { Language } from "@/api/types";

/** Which talks one wants to see; what is left out may be any. */
export interface HistoryFilter {
  persona?: string;
  language?: Language;
  /** Of its end, in UTC: as the dashboard counts talks. */
  day?: string;
}

export const ANY: HistoryFilter = {};

export function isNarrow({ persona, language, day }: HistoryFilter): boolean {
  return persona !== undefined || language !== undefined || day !== undefined;
}
