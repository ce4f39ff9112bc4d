// @vitest-environment node
import { expect, it } from "vitest";

import { clock, dayAndTime, lengthInWords } from "./times";

it.each([
  [0, "0:00"],
  [9.9, "0:09"],
  [372, "6:12"],
  [3725, "1:02:05"],
  [-1, "0:00"],
])("shows %d seconds on a clock as %s", (seconds, shown) => {
  expect(clock(seconds)).toBe(shown);
});

it("says a length in the words of the page", () => {
  expect(lengthInWords(372, "en")).toBe("6 min 12 sec");
  expect(lengthInWords(372, "ja")).toBe("6 分 12 秒");
  expect(lengthInWords(59.7, "en")).toBe("1 min 0 sec");
});

it("says a day in the order of the page's language", () => {
  expect(dayAndTime("2026-11-20T12:00:00.000Z", "ja")).toMatch(/^2026\/11\/20/);
  expect(dayAndTime("2026-11-20T12:00:00.000Z", "en")).toMatch(/^Nov 20, 2026/);
});
