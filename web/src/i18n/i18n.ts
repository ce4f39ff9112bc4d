import { createInstance, type i18n, type Resource } from "i18next";
import { initReactI18next } from "react-i18next";

import { PAGE_LANGUAGES, rememberLanguage, toPageLanguage, type PageLanguage } from "./language";

/** Keeps `<html lang>` true: it picks the Japanese glyphs and the screen reader's voice. */
export async function createI18n(resources: Resource, language: PageLanguage): Promise<i18n> {
  const words = createInstance().use(initReactI18next);
  words.on("languageChanged", (tag) => {
    document.documentElement.lang = tag;
  });
  await words.init({
    resources,
    lng: language,
    supportedLngs: PAGE_LANGUAGES,
    fallbackLng: "en",
    ns: Object.keys(resources["en"] ?? {}),
    defaultNS: "shared",
    interpolation: { escapeValue: false },
  });
  return words;
}

export async function chooseLanguage(words: i18n, language: PageLanguage): Promise<void> {
  rememberLanguage(language);
  await words.changeLanguage(language);
}

export function pageLanguage(words: i18n): PageLanguage {
  return toPageLanguage(words.language) ?? "en";
}
