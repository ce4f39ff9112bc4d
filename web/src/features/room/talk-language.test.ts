// @vitest-environment node
import { expect, it } from "vitest";

import { defaultTalkLanguage } from "./talk-language";

it.each([
  ["ja", ["ja-JP"], "ja-JP"],
  ["en", ["en-GB"], "en-US"],
  ["en", ["pt-PT", "en"], "pt-BR"],
  ["ja", ["en-US"], "ja-JP"],
] as const)("on a page in %s and a browser that prefers %s a talk is in %s", (page, preferred, language) => {
  expect(defaultTalkLanguage(page, preferred)).toBe(language);
});
