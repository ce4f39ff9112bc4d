import type { Language } from "@/api/types";
import type { PageLanguage } from "@/i18n/language";

/** Until one says otherwise, a talk is in the language of the page. */
export const SPOKEN_BY_PAGE: Record<PageLanguage, Language> = { en: "en-US", ja: "ja-JP", pt: "pt-BR" };

/** The wished one where it is spoken, else the one that is spoken first. */
export function languageAmong(spoken: readonly Language[], wished: Language): Language {
  return spoken.includes(wished) ? wished : (spoken[0] ?? wished);
}
