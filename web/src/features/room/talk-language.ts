import type { Language } from "@/api/types";
import type { PageLanguage } from "@/i18n/language";

/** The page speaks no Portuguese, so a browser that prefers it is asked before the page's language. */
export function defaultTalkLanguage(page: PageLanguage, preferred: readonly string[]): Language {
  if (preferred[0]?.toLowerCase().startsWith("pt") === true) {
    return "pt-BR";
  }
  return page === "ja" ? "ja-JP" : "en-US";
}

/** The wished one where it is spoken, else the one that is spoken first. */
export function languageAmong(spoken: readonly Language[], wished: Language): Language {
  return spoken.includes(wished) ? wished : (spoken[0] ?? wished);
}
