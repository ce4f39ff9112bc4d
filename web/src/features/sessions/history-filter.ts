import type { Language } from "@/api/types";

/** Which talks one wants to see; what is left out may be any. */
export interface HistoryFilter {
  persona?: string;
  language?: Language;
}

export const ANY: HistoryFilter = {};

export function isNarrow({ persona, language }: HistoryFilter): boolean {
  return persona !== undefined || language !== undefined;
}
