// @vitest-environment node
import { expect, it } from "vitest";

import { daysOf, periodOf } from "./period";

const NOW = new Date("2026-11-20T23:30:00.000Z");

it.each([
  [{}, { from: "2026-10-24", to: "2026-11-20" }],
  [{ days: 7 as const }, { from: "2026-11-14", to: "2026-11-20" }],
  [{ from: "2026-11-01", to: "2026-11-03", days: 90 as const }, { from: "2026-11-01", to: "2026-11-03" }],
  [{ from: "2026-11-03", to: "2026-11-01" }, { from: "2026-11-01", to: "2026-11-03" }],
  [{ from: "2026-01-01", to: "2026-11-20" }, { from: "2026-08-21", to: "2026-11-20" }],
  [{ from: "2026-11-01" }, { from: "2026-10-24", to: "2026-11-20" }],
])("%j is the period %j", (filter, period) => {
  expect(periodOf(filter, NOW)).toEqual(period);
});

it("the days of a period follow each other over the end of a month", () => {
  expect(daysOf({ from: "2026-10-30", to: "2026-11-02" })).toEqual(["2026-10-30", "2026-10-31", "2026-11-01", "2026-11-02"]);
});

it("the longest period has 92 days", () => {
  expect(daysOf(periodOf({ from: "2025-01-01", to: "2026-11-20" }, NOW))).toHaveLength(92);
});
