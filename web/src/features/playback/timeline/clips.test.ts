// @vitest-environment node
import { describe, expect, it } from "vitest";

import { aPart } from "@/testing/examples";

import { clipAfter, clipAt, clipsOf, toMediaS, toTalkS } from "./clips";

function shown(...parts: Parameters<typeof clipsOf>[0]) {
  return clipsOf(parts).map(({ part, fromS, toS }) => [part.attempt, fromS, toS]);
}

describe("the clips of a talk", () => {
  it("are one when it was recorded in one piece", () => {
    expect(shown(aPart({ offset_s: -1, duration_s: 61 }))).toEqual([[1, -1, 60]]);
  });

  it("follow each other when a recorder died, with a hole where nothing was recorded", () => {
    const [died, next] = [aPart({ offset_s: 0, duration_s: 20 }), aPart({ attempt: 2, offset_s: 25, duration_s: 35 })];

    expect(shown(next, died)).toEqual([[1, 0, 20], [2, 25, 60]]);
  });

  it("never overlap: a recording that is heard is heard to its end", () => {
    const [first, second] = [aPart({ offset_s: 0, duration_s: 30 }), aPart({ attempt: 2, offset_s: 25, duration_s: 35 })];

    expect(shown(first, second)).toEqual([[1, 0, 30], [2, 30, 60]]);
  });

  it("show the picture where there is one", () => {
    const [sound, picture] = [
      aPart({ offset_s: 0, duration_s: 60 }),
      aPart({ attempt: 2, kind: "video", offset_s: 20, duration_s: 24 }),
    ];

    expect(shown(sound, picture)).toEqual([[1, 0, 20], [2, 20, 44], [1, 44, 60]]);
  });

  it("leave out a recording without length", () => {
    expect(shown(aPart({ duration_s: 0 }), aPart({ attempt: 2, duration_s: null }))).toEqual([]);
  });
});

describe("a moment of the talk", () => {
  const clips = clipsOf([
    aPart({ offset_s: -1.2, duration_s: 21.2 }),
    aPart({ attempt: 2, offset_s: 25, duration_s: 35 }),
  ]);
  const [first, second] = clips;

  it("is its own second of the file that holds it", () => {
    const clip = clipAt(clips, 30);

    expect(clip && toMediaS(clip, 30)).toBe(5);
    expect(clip && toTalkS(clip, 5)).toBe(30);
  });

  it("before the file began is the file's beginning", () => {
    const clip = clipAt(clips, -5);

    expect(clip && toMediaS(clip, -5)).toBe(0);
  });

  it("in a hole goes on behind it", () => {
    const clip = clipAt(clips, 22);

    expect(clip).toBe(second);
    expect(clip && toMediaS(clip, 22)).toBe(0);
  });

  it("behind the end is nowhere", () => {
    expect(clipAt(clips, 60)).toBeUndefined();
  });

  it("is followed by the next clip, and the last one by none", () => {
    expect(first && clipAfter(clips, first)).toBe(second);
    expect(second && clipAfter(clips, second)).toBeUndefined();
  });
});
