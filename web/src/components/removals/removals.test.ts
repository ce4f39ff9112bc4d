// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { Removals, UNDO_MS } from "./removals";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const S1 = { kind: "session", id: "s1" } as const;

function aRemoval(remove: (id: string) => Promise<void> = () => Promise.resolve()) {
  const asked: string[] = [];
  const forget = (id: string) => {
    asked.push(id);
    return remove(id);
  };
  const removals = new Removals({ session: forget, persona: () => Promise.resolve() });
  removals.begin(S1);
  return { removals, asked, states: () => removals.all().map(({ state }) => state) };
}

it("a thing of another kind with the same id is another thing", () => {
  const { removals, states } = aRemoval();

  removals.undo({ kind: "persona", id: "s1" });

  expect(states()).toEqual(["waiting"]);
});

describe("a talk that is deleted", () => {
  it("is kept until the time to take it back is over", async () => {
    const { asked, states } = aRemoval();

    await vi.advanceTimersByTimeAsync(UNDO_MS - 1);
    expect(asked).toEqual([]);
    expect(states()).toEqual(["waiting"]);

    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toEqual(["s1"]);
    expect(states()).toEqual(["gone"]);
  });

  it("stays when it is taken back", async () => {
    const { removals, asked, states } = aRemoval();

    removals.undo(S1);
    await vi.advanceTimersByTimeAsync(UNDO_MS);

    expect(asked).toEqual([]);
    expect(states()).toEqual([]);
  });

  it("is not said to be gone when the server would not let it go", async () => {
    const { states } = aRemoval(() => Promise.reject(new Error("503")));

    await vi.advanceTimersByTimeAsync(UNDO_MS);

    expect(states()).toEqual(["failed"]);
  });

  it("goes at once when the page is left", () => {
    const { removals, asked } = aRemoval();

    removals.finishAll();

    expect(asked).toEqual(["s1"]);
  });
});
