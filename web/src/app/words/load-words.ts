/** The words of the page: one language at a time, and first those of the first views. */
import type { PageLanguage } from "@/i18n/language";

import type { first as First } from "./en/first";
import type { rest as Rest } from "./en/rest";

const FIRST: Record<PageLanguage, () => Promise<{ first: typeof First }>> = {
  en: () => import("./en/first"),
  ja: () => import("./ja/first"),
  pt: () => import("./pt/first"),
};
const REST: Record<PageLanguage, () => Promise<{ rest: typeof Rest }>> = {
  en: () => import("./en/rest"),
  ja: () => import("./ja/rest"),
  pt: () => import("./pt/rest"),
};

export const WORDS = {
  /** For the first address, the sign-in, and what stands around every page. */
  first: async (language: PageLanguage) => (await FIRST[language]()).first,
  rest: async (language: PageLanguage) => (await REST[language]()).rest,
};

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "shared";
    resources: typeof First & typeof Rest;
  }
}
