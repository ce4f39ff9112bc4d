import { expect, test } from "vitest";

import { WORDS } from "./words";

function emptyWords(words: object, path = ""): string[] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === "object" && value !== null) return emptyWords(value, `${path}${key}.`);
    return value === "" ? [path + key] : [];
  });
}

// The name of a word that is empty would be shown instead of it.
test.each([
  ["English", WORDS.en],
  ["Japanese", WORDS.ja],
])("no word of the page is empty in %s", (_language, words) => {
  expect(emptyWords(words)).toEqual([]);
});
