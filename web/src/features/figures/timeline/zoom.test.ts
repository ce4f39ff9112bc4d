// @vitest-environment node
import { describe, expect, it } from "vitest";

import { medianOf } from "./middle";
import { deepestZoom, ticksOf, zoomed } from "./zoom";

describe("zooming", () => {
  const minutes = { fromS: 0, toS: 372 };

  it("goes in steps, and ends with the whole talk and with some seconds", () => {
    expect(zoomed(1, -1, minutes)).toBe(1);
    expect(zoomed(1, 1, minutes)).toBe(2);
    expect(zoomed(deepestZoom(minutes), 1, minutes)).toBe(deepestZoom(minutes));
    expect(372 / deepestZoom(minutes)).toBeLessThanOrEqual(4);
  });

  it("of a talk of some seconds there is nothing to be seen closer", () => {
    expect(deepestZoom({ fromS: 0, toS: 3 })).toBe(1);
  });

  it("marks round seconds, more of them when one looks closer", () => {
    expect(ticksOf(minutes, 1)).toEqual([0, 60, 120, 180, 240, 300]);
    expect(ticksOf(minutes, 64).slice(0, 3)).toEqual([0, 1, 2]);
    expect(ticksOf({ fromS: -1.2, toS: 20 }, 1)).toEqual([0, 5, 10, 15]);
  });
});

describe("the median", () => {
  it("is the value in the middle, or between the two there", () => {
    expect([medianOf([3, 1, 2]), medianOf([4, 1, 2, 3]), medianOf([])]).toEqual([2, 2.5, null]);
  });
});
