// @vitest-environment node
import { expect, it } from "vitest";

import { lineThrough, stacked, topOf } from "./plot";

it("bars of a day stand on each other, from the ground up", () => {
  const [talks, failed] = stacked([[3, 0], [1, null]], 4);

  expect(talks).toEqual([{ x: 0, y: 0.25, height: 0.75 }, { x: 1, y: 1, height: 0 }]);
  expect(failed).toEqual([{ x: 0, y: 0, height: 0.25 }, { x: 1, y: 1, height: 0 }]);
});

it("a line passes over days without a value", () => {
  expect(lineThrough([1, null, 5], [1, 5])).toBe("M0.5 1L2.5 0");
  expect(lineThrough([null, 3, null], [1, 5])).toBe("M1.125 0.5h0.75");
  expect(lineThrough([null], [1, 5])).toBe("");
});

it("the top is the highest sum of bars, the highest value of lines, and never zero", () => {
  expect(topOf([[3, 1], [1, 4]], "bars")).toBe(5);
  expect(topOf([[3, 1], [1, 4]], "lines")).toBe(4);
  expect(topOf([[0, null]], "bars")).toBe(1);
  expect(topOf([], "lines")).toBe(1);
});
