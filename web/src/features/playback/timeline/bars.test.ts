// @vitest-environment node
import { expect, it } from "vitest";

import { aPart } from "@/testing/examples";

import { barsOf, type Peaks } from "./bars";
import { spanOf } from "./clips";

/** Ten a second: half a second of one side, then of the other. */
function peaksOf(person: number[], agent: number[]): Peaks {
  return { version: 1, peaks_per_second: 10, person, agent };
}

const span = { fromS: 0, toS: 2 };

it("each bar is as loud as its side is there", () => {
  const clips = [aPart({ offset_s: 0, duration_s: 2 })].map(spanOf);
  const peaks = peaksOf([0, 0, 90, 0, 0, 0, 0, 0, 0, 0], [...Array<number>(15).fill(0), 70]);

  expect(barsOf(clips, new Map([[1, peaks]]), span, 2)).toEqual([{ person: 1, agent: 0 }, { person: 0, agent: 1 }]);
});

it("a recording is drawn where it lies in the talk", () => {
  const clips = [aPart({ offset_s: 1, duration_s: 1 })].map(spanOf);

  const bars = barsOf(clips, new Map([[1, peaksOf([80], [])]]), span, 4);

  expect(bars.map(({ person }) => person)).toEqual([0, 0, 1, 0]);
});

it("several recordings make one waveform", () => {
  const clips = [aPart({ offset_s: 0, duration_s: 1 }), aPart({ attempt: 2, offset_s: 1, duration_s: 1 })].map(spanOf);
  const peaks = new Map([[1, peaksOf([50], [])], [2, peaksOf([50], [])]]);

  expect(barsOf(clips, peaks, span, 2).map(({ person }) => person)).toEqual([1, 1]);
});

it("a recording with a picture, which has both sides on each, is drawn only where no sound alone lies", () => {
  const sound = aPart({ offset_s: 0, duration_s: 1 });
  const picture = aPart({ attempt: 2, kind: "video", offset_s: 0, duration_s: 2 });
  const peaks = new Map([[1, peaksOf([50], [])], [2, peaksOf(Array<number>(20).fill(90), Array<number>(20).fill(90))]]);

  const bars = barsOf([sound, picture].map(spanOf), peaks, span, 2);

  expect(bars.map(({ agent }) => agent > 0)).toEqual([false, true]);
});

it("a quiet side fills its height as a loud one does", () => {
  const clips = [aPart({ offset_s: 0, duration_s: 2 })].map(spanOf);

  expect(barsOf(clips, new Map([[1, peaksOf([5], [100])]]), span, 1)).toEqual([{ person: 1, agent: 1 }]);
});

it("without peaks it is flat", () => {
  expect(barsOf([aPart()].map(spanOf), new Map(), span, 1)).toEqual([{ person: 0, agent: 0 }]);
});
