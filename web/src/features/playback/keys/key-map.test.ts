import { describe, expect, it } from "vitest";

import { isTaken } from "@/components/keys/is-taken";

import { commandOf, type Press } from "./key-map";

function press(key: string, fields: Partial<Press> = {}): Press {
  return { key, ctrlKey: false, metaKey: false, altKey: false, ...fields };
}

function focused(html: string): Element | null {
  document.body.innerHTML = html;
  return document.body.firstElementChild;
}

describe("a key", () => {
  it.each([
    [" ", { type: "toggle" }],
    ["k", { type: "toggle" }],
    ["K", { type: "toggle" }],
    ["ArrowLeft", { type: "skip", byS: -5 }],
    ["ArrowRight", { type: "skip", byS: 5 }],
    ["j", { type: "skip", byS: -10 }],
    ["l", { type: "skip", byS: 10 }],
    ["0", { type: "jump", share: 0 }],
    ["9", { type: "jump", share: 0.9 }],
    ["ArrowUp", { type: "volume", by: 0.1 }],
    ["ArrowDown", { type: "volume", by: -0.1 }],
    ["m", { type: "mute" }],
    ["c", { type: "captions" }],
    ["<", { type: "speed", by: -1 }],
    [">", { type: "speed", by: 1 }],
  ])("%j does %j", (key, command) => {
    expect(commandOf(press(key))).toEqual(command);
  });

  it.each(["a", "?", "Enter", "Tab", "Escape", "toString"])("%s is left to the browser", (key) => {
    expect(commandOf(press(key))).toBeNull();
  });

  it.each(["ctrlKey", "metaKey", "altKey"] as const)("with %s is left to the browser", (modifier) => {
    expect(commandOf(press("c", { [modifier]: true }))).toBeNull();
  });
});

describe("the element with the focus keeps", () => {
  it.each(["<input>", "<input type=search>", "<textarea></textarea>", "<select></select>", "<div contenteditable></div>"])(
    "every key where one types or chooses: %s",
    (html) => {
      expect(isTaken(focused(html), press("k"))).toBe(true);
    },
  );

  it("the space where it presses, and no other key", () => {
    const button = focused("<button></button>");

    expect(isTaken(button, press(" "))).toBe(true);
    expect(isTaken(button, press("k"))).toBe(false);
  });

  it("the arrows where they move a slider, and no other key", () => {
    const slider = focused("<input type=range>");

    expect(isTaken(slider, press("ArrowLeft"))).toBe(true);
    expect(isTaken(slider, press("k"))).toBe(false);
  });

  it("every key in a dialog", () => {
    const button = focused("<dialog><button></button></dialog>")?.querySelector("button") ?? null;

    expect(isTaken(button, press("k"))).toBe(true);
  });

  it("nothing elsewhere", () => {
    expect(isTaken(focused("<p></p>"), press(" "))).toBe(false);
    expect(isTaken(null, press(" "))).toBe(false);
  });
});
