// @vitest-environment node
import { expect, it } from "vitest";

import { spokenIn } from "./spoken-in";

it.each([
  ["ja-JP", "日曜は何時からですか。", "ja-JP"],
  ["ja-JP", "Wi-Fiは使えますか。", "ja-JP"],
  ["ja-JP", "12:30", "ja-JP"],
  ["ja-JP", "Shall we speak English?", ""],
  ["en-US", "Shall we?", "en-US"],
  ["en-US", "日本語でお願いします。", ""],
  ["pt-BR", "Até amanhã.", "pt-BR"],
] as const)("of a talk in %s, %j is said to be in %j", (language, text, said) => {
  expect(spokenIn(language, text)).toBe(said);
});
