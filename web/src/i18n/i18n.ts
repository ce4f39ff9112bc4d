import { createInstance, type i18n, type ResourceLanguage, type ResourceStore } from "i18next";
import { initReactI18next } from "react-i18next";

import { PAGE_LANGUAGES, rememberLanguage, toPageLanguage, type PageLanguage } from "./language";

/** Fetches words of one language, by namespace. */
type LoadWords = (language: PageLanguage) => Promise<ResourceLanguage>;

/** All words, in two parts: those that the first views need, and the rest. */
export interface WordSource {
  first: LoadWords;
  rest: LoadWords;
}

/** By what is the same behind every face of an i18n: react-i18next hands out proxies. */
const sources = new WeakMap<ResourceStore, WordSource>();

/** With the first words of one language. Keeps `<html lang>` true: it picks the Japanese glyphs and the screen reader's voice. */
export async function createI18n(source: WordSource, language: PageLanguage): Promise<i18n> {
  const words = createInstance().use(initReactI18next);
  words.on("languageChanged", (tag) => {
    document.documentElement.lang = tag;
  });
  const first = await source.first(language);
  await words.init({
    resources: { [language]: first },
    lng: language,
    supportedLngs: PAGE_LANGUAGES,
    // Every language has every word; the compiler sees to it.
    fallbackLng: false,
    ns: Object.keys(first),
    defaultNS: "shared",
    interpolation: { escapeValue: false },
  });
  sources.set(words.store, source);
  return words;
}

/** The words of whatever is not a first view. Rejects where they cannot be fetched. */
export async function fetchRest(words: i18n): Promise<void> {
  const language = pageLanguage(words);
  add(words, language, await sources.get(words.store)?.rest(language));
}

/** Rejects, and changes nothing, where its words cannot be fetched. */
export async function chooseLanguage(words: i18n, language: PageLanguage): Promise<void> {
  const source = sources.get(words.store);
  const parts = await Promise.all([source?.first(language), source?.rest(language)]);
  parts.forEach((part) => { add(words, language, part); });
  rememberLanguage(language);
  await words.changeLanguage(language);
}

export function pageLanguage(words: i18n): PageLanguage {
  return toPageLanguage(words.language) ?? "en";
}

function add(words: i18n, language: PageLanguage, part: ResourceLanguage = {}): void {
  for (const [namespace, found] of Object.entries(part)) {
    words.addResourceBundle(language, namespace, found);
  }
}
