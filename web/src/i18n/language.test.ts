import { expect, it, vi } from "vitest";

import { detectLanguage, rememberLanguage } from "./language";

function browserPrefers(...tags: string[]) {
  vi.spyOn(navigator, "languages", "get").mockReturnValue(tags);
}

it("is the first one of the browser that the page speaks", () => {
  browserPrefers("pt-BR", "ja-JP", "en-US");

  expect(detectLanguage()).toBe("ja");
});

it("is English when the page speaks none of the browser's", () => {
  browserPrefers("pt-BR", "fr");

  expect(detectLanguage()).toBe("en");
});

it("stays the one that was chosen", () => {
  browserPrefers("en-US");

  rememberLanguage("ja");

  expect(detectLanguage()).toBe("ja");
});
