// @vitest-environment node
import { expect, it } from "vitest";

import { clock, dayAndTime, dayInWords, daysAgo, lengthInWords, nearMoment } from "./times";

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

it("says a day as a heading, with its year where that is another", () => {
  const now = new Date("2026-11-20T12:00:00");

  expect(dayInWords("2026-11-02", now, "en")).toBe("Monday, November 2");
  expect(dayInWords("2025-11-02", now, "ja")).toBe("2025年11月2日日曜日");
  expect(dayInWords("2026-11-02", now, "pt")).toBe("Segunda-feira, 2 de novembro");
});

it.each([
  ["en", "Today", "Yesterday"],
  ["ja", "今日", "昨日"],
  ["pt", "Hoje", "Ontem"],
])("calls today and yesterday by their names (%s)", (language, today, yesterday) => {
  const now = new Date("2026-11-20T18:00:00");

  expect(dayInWords("2026-11-20", now, language)).toBe(today);
  expect(nearMoment("2026-11-20T14:02:00", language, now)).toMatch(new RegExp(`^${today} .*02`));
  expect(nearMoment("2026-11-19T09:12:00", language, now)).toMatch(new RegExp(`^${yesterday} .*12`));
});

it("tells a moment further away by its date, with its year where that is another", () => {
  const now = new Date("2026-11-20T18:00:00");

  expect(nearMoment("2026-11-02T14:02:00", "pt", now)).toBe("2 de nov., 14:02");
  expect(nearMoment("2025-11-02T14:02:00", "pt", now)).toBe("2 de nov. de 2025, 14:02");
});

it.each([
  ["2026-11-20", 0],
  ["2026-11-19", 1],
  ["2026-10-31", 20],
])("counts the days since %s: %d", (day, ago) => {
  expect(daysAgo(day, new Date("2026-11-20T00:05:00"))).toBe(ago);
  expect(daysAgo(day, new Date("2026-11-20T23:55:00"))).toBe(ago);
});
