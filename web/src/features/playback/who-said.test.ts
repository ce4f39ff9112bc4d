// @vitest-environment node
import { expect, it } from "vitest";

import { aMessage } from "@/testing/examples";

import { whoSaid } from "./who-said";

const messages = [
  aMessage({ id: "1", role: "user", text: "Yes.", started_s: 2, ended_s: 3, speaker: "guest-1" }),
  aMessage({ id: "2", role: "user", text: "Yes.", started_s: 9, ended_s: 10, speaker: "guest-2" }),
  aMessage({ id: "3", role: "user", text: "A long one.\n It has\ntwo parts.", started_s: 12, ended_s: 20, speaker: "guest-1" }),
];

it.each([
  ["Yes.", 2.5, "1"],
  ["Yes.", 9.5, "2"],
  ["It has two parts.", 17, "3"],
  ["A long one.", 11.8, "3"],
])("%s at %d s is said by who said message %s", (caption, nowS, id) => {
  expect(whoSaid(messages, caption, nowS)?.id).toBe(id);
});

it("what nobody said has no name", () => {
  expect(whoSaid(messages, "No.", 5)).toBeUndefined();
  expect(whoSaid(messages, "A long one.", 3)).toBeUndefined();
});
