// @vitest-environment node
import { describe, expect, it } from "vitest";

import { aMessage } from "@/testing/examples";

import { findInTalk, matchBeside } from "./find-in-talk";

const talk = [
  aMessage({ id: "a", text: "Open on Sunday? SUNDAY opens at ten." }),
  aMessage({ id: "b", text: "日曜はＡＭ１０時から、距離は５㌔です。" }),
];

function found(query: string) {
  return findInTalk(talk, query).map(({ messageId, from, to }) => [
    messageId,
    talk.find(({ id }) => id === messageId)?.text.slice(from, to),
  ]);
}

describe("finding in a talk", () => {
  it("finds every place, in whatever case it is written", () => {
    expect(found("sunday")).toEqual([["a", "Sunday"], ["a", "SUNDAY"]]);
  });

  it("takes wide letters for narrow ones", () => {
    expect(found("am10")).toEqual([["b", "ＡＭ１０"]]);
  });

  it("keeps its place behind a sign that stands for several", () => {
    expect(found("キロ")).toEqual([["b", "㌔"]]);
    expect(found("です")).toEqual([["b", "です"]]);
  });

  it.each(["", "  ", "parking"])("finds nothing for %j", (query) => {
    expect(found(query)).toEqual([]);
  });
});

it("after the last match comes the first, and before the first the last", () => {
  expect(matchBeside(2, 1, 3)).toBe(0);
  expect(matchBeside(0, -1, 3)).toBe(2);
  expect(matchBeside(0, 1, 0)).toBe(0);
});
