// @vitest-environment node
import { expect, it } from "vitest";

import { isDay } from "./is-day";

it.each([["2026-11-20", true], ["2026-13-20", false], ["yesterday", false], [20261120, false]])("%j is a day: %s", (text, is) => {
  expect(isDay(text)).toBe(is);
});
