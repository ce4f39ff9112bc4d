// @vitest-environment node
import { expect, it } from "vitest";

import { linesOf } from "./lines";

it("the person is drawn upwards, the agent downwards, each at its place", () => {
  expect(linesOf([{ person: 1, agent: 0 }, { person: 0, agent: 0.5 }])).toEqual({
    person: "M2 47.5v-44",
    agent: "M6 52.5v22",
  });
});

it("silence draws nothing", () => {
  expect(linesOf([{ person: 0.01, agent: 0 }])).toEqual({ person: "", agent: "" });
});
