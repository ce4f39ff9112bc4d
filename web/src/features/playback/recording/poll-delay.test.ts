// @vitest-environment node
import { expect, it } from "vitest";

import { pollDelayMs } from "./poll-delay";

it("begins with a second, and never waits longer than ten", () => {
  expect(pollDelayMs(0)).toBe(1_000);
  expect(pollDelayMs(1)).toBe(1_000);
  expect(pollDelayMs(100)).toBe(10_000);
});

it("waits longer each time until then", () => {
  const waits = [1, 2, 3, 4, 5, 6].map(pollDelayMs);

  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(new Set(waits).size).toBe(waits.length);
});
