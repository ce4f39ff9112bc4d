import { TALK_LANGUAGES } from "@/i18n/talk-languages";
import { isDay } from "@/i18n/is-day";
import type { HistoryFilter } from "@/features/sessions/history-filter";

/** Which talks an address asks for: `?persona=…&language=…&day=…`. What is none is left out. */
export function filterIn({ persona, language, day }: Record<string, unknown>): HistoryFilter {
  const spoken = TALK_LANGUAGES.find((one) => one === language);
  return {
    ...(isId(persona) && { persona: String(persona) }),
    ...(spoken !== undefined && { language: spoken }),
    ...(isDay(day) && { day }),
  };
}

/** An id of digits alone comes out of an address as a number. */
function isId(value: unknown): value is string | number {
  const text = typeof value === "number" ? String(value) : value;
  return typeof text === "string" && text !== "" && text.length <= LONGEST_ID;
}

/** As the API has it. */
const LONGEST_ID = 64;
