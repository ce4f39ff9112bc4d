// @vitest-environment node
import { expect, it } from "vitest";

import { aMessage } from "@/testing/examples";

import { currentMessage } from "./current-message";

const talk = [
  aMessage({ id: "hello", started_s: 1, ended_s: 4 }),
  aMessage({ id: "question", role: "user", started_s: 3.5, ended_s: 6 }),
  aMessage({ id: "note", role: "system", started_s: 7, ended_s: 7 }),
];

it.each([
  [0.5, null],
  [0.97, "hello"],
  [2, "hello"],
  [3.6, "question"],
  [8, "question"],
])("at second %d it is %s", (momentS, id) => {
  expect(currentMessage(talk, momentS)).toBe(id);
});

it("is nothing before anything was heard", () => {
  expect(currentMessage(talk, null)).toBeNull();
});
