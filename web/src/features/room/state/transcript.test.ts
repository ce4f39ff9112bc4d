// @vitest-environment node
import { describe, expect, it } from "vitest";

import { aMessage } from "@/testing/examples";

import { hear, markInterrupted, type, type Line } from "./transcript";

function said(text: string, fields: Partial<Line> = {}): Line {
  return { id: text, role: "assistant", text, atS: 1, final: true, interrupted: false, via: "voice", unsent: null, ...fields };
}

describe("a segment", () => {
  it("stays in its place and keeps its time while it grows", () => {
    const first = hear([], { id: "a", role: "user", text: "what", final: false }, 2);
    const withAnswer = hear(first, { id: "b", role: "assistant", text: "Yes?", final: true }, 3);

    const grown = hear(withAnswer, { id: "a", role: "user", text: "What time is it?", final: true }, 4);

    expect(grown.map(({ text, atS, final }) => [text, atS, final])).toEqual([
      ["What time is it?", 2, true],
      ["Yes?", 3, true],
    ]);
  });

  it("that brings no word yet makes no line", () => {
    expect(hear([], { id: "a", role: "user", text: " ", final: false }, 0)).toEqual([]);
  });
});

it("a typed message is final at once", () => {
  expect(type([], { id: "a", text: "Stop", atS: 3 })).toMatchObject([{ role: "user", via: "text", final: true }]);
});

describe("an interruption", () => {
  const lines = [said("Open from ten until"), said("Good bye.")];

  it("is marked when the record says so, even if it ends a word later", () => {
    const record = [aMessage({ text: "Open from ten until eight", interrupted: true }), aMessage({ text: "Good bye." })];

    expect(markInterrupted(lines, record).map(({ interrupted }) => interrupted)).toEqual([true, false]);
  });

  it("changes nothing when the record has none", () => {
    expect(markInterrupted(lines, [aMessage({ text: "Good bye." })])).toBe(lines);
  });

  it("marks the agent's words alone, not the same words of the person", () => {
    const echo = [said("Stop", { role: "user" })];

    expect(markInterrupted(echo, [aMessage({ text: "Stop", interrupted: true })])).toBe(echo);
  });
});
