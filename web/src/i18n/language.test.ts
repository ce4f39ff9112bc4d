import { expect, it, vi } from "vitest";

import { detectLanguage, rememberLanguage } from "./language";

function browserPrefers(...tags: string[]) {
  vi.spyOn(navigator, "languages", "get").mockReturnValue(tags);
}

it("is the first one of the browser that the page speaks", () => {
  browserPrefers("fr-FR", "ja-JP", "en-US");

  expect(detectLanguage()).toBe("ja");
});

it("is Portuguese for a browser from Brazil", () => {
  browserPrefers("pt-BR", "en-US");

  expect(detectLanguage()).toBe("pt");
});

it("is English when the page speaks none of the browser's", () => {
  browserPrefers("fr", "de");

  expect(detectLanguage()).toBe("en");
});

it("stays the one that was chosen", () => {
  browserPrefers("en-US");

  rememberLanguage("ja");

  expect(detectLanguage()).toBe("ja");
});
