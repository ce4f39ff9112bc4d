// @vitest-environment node
import { expect, it } from "vitest";

import { aMessage, aTurn } from "@/testing/examples";

import { cutsOf, lanesOf, stretchOf } from "./lanes";

const asked = aMessage({ id: "m1", role: "user", started_s: 2.9, ended_s: 5.1 });
const answer = aMessage({ id: "m2", started_s: 5.9, ended_s: 8 });

it("each stage lies in its own lane, from where it began to where it gave something", () => {
  const lanes = lanesOf([aTurn()], [asked, answer]);

  const seen = Object.entries(lanes).map(([lane, stretches]) => [lane, ...stretches.map(({ fromS, toS }) => [fromS, toS])]);
  expect(seen).toEqual([
    ["person", [3, 5]],
    ["deciding", [5, 5.5]],
    ["thinking", [5.3, 5.6]],
    ["voicing", [5.7, 5.8]],
    ["agent", [5.9, 8]],
  ]);
});

it("what was said outside of turns is drawn all the same, and what was typed makes no sound", () => {
  const typed = aMessage({ id: "m4", role: "user", via: "text", started_s: 9, ended_s: 9 });

  const lanes = lanesOf([], [aMessage({ id: "m0", started_s: 0, ended_s: 2 }), asked, answer, typed]);

  expect(lanes.agent.map(({ key }) => key)).toEqual(["m0", "m2"]);
  expect(lanes.person).toEqual([{ key: "m1", fromS: 2.9, toS: 5.1 }]);
});

it("an answer that never came has no stages", () => {
  const turn = aTurn({ thinking_from_s: null, thought_s: null, voicing_from_s: null, voiced_s: null, answered_s: null, answered_until_s: null });

  const lanes = lanesOf([turn], [asked]);

  expect([lanes.thinking, lanes.voicing, lanes.agent]).toEqual([[], [], []]);
  expect(stretchOf(turn)).toEqual({ fromS: 3, toS: 5 });
});

it("an answer that was cut short is cut where it ended", () => {
  expect(cutsOf([asked, { ...answer, interrupted: true }])).toEqual([{ key: "m2", atS: 8 }]);
});
