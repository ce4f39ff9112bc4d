import { expect, test } from "vitest";

import { PAGE_LANGUAGES } from "@/i18n/language";

import { WORDS } from "./load-words";

function emptyWords(words: object, path = ""): string[] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === "object" && value !== null) return emptyWords(value, `${path}${key}.`);
    return value === "" ? [path + key] : [];
  });
}

// The name of a word that is empty would be shown instead of it.
test.each(PAGE_LANGUAGES)("no word of the page is empty in %s", async (language) => {
  expect(emptyWords({ ...(await WORDS.first(language)), ...(await WORDS.rest(language)) })).toEqual([]);
});
