/** The page's language: the one chosen, else the first one of the browser that the page speaks. */

export const PAGE_LANGUAGES = ["ja", "en", "pt"] as const;
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

export const LANGUAGE_NAMES = { ja: "日本語", en: "English", pt: "Português" } as const satisfies Record<PageLanguage, string>;

const STORAGE_KEY = "echosphere.language";

export function detectLanguage(): PageLanguage {
  return [storedLanguage(), ...navigator.languages].map(toPageLanguage).find(isKnown) ?? "en";
}

export function rememberLanguage(language: PageLanguage): void {
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // Storage is blocked: the choice lasts until the page is closed.
  }
}

export function toPageLanguage(tag: string | null): PageLanguage | null {
  const primary = tag?.split("-")[0]?.toLowerCase();
  return PAGE_LANGUAGES.find((language) => language === primary) ?? null;
}

function storedLanguage(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

function isKnown(language: PageLanguage | null): language is PageLanguage {
  return language !== null;
}
