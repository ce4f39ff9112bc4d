// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { enterRoom as enter } from "@/testing/enter-room";

import type { LiveRoom } from "./live-room";
import { GIVE_UP_MS } from "./outbox";

/** Lets everything that is ready happen, and no time pass. */
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("a typed line", () => {
  /** Its words and how far it is. */
  const lines = (room: LiveRoom) => room.state().lines.map(({ text, unsent }) => [text, unsent]);

  it("waits until the agent listens, and goes out in the order of typing", async () => {
    const { room, wire } = enter();
    await settle();

    room.say("One");
    room.say("Two");
    await settle();
    expect([lines(room), wire.said]).toEqual([[["One", "waiting"], ["Two", "waiting"]], []]);

    wire.tell({ type: "agent", agent: "listening" });
    await settle();
    expect([lines(room), wire.said]).toEqual([[["One", null], ["Two", null]], ["One", "Two"]]);
  });

  it("waits while the connection is broken", async () => {
    const { room, wire } = enter();
    await settle();
    wire.tell({ type: "agent", agent: "listening" });
    wire.tell({ type: "connection", connection: "reconnecting" });

    room.say("Still there?");
    await settle();
    expect(wire.said).toEqual([]);

    wire.tell({ type: "connection", connection: "connected" });
    await settle();
    expect(wire.said).toEqual(["Still there?"]);
  });

  it("that was lost on its way goes out again by itself", async () => {
    const { room, wire } = enter();
    await settle();
    wire.tell({ type: "agent", agent: "listening" });
    wire.losesNext = true;

    room.say("Hello?");
    await settle();
    expect([lines(room), wire.said]).toEqual([[["Hello?", "sending"]], []]);

    await vi.advanceTimersByTimeAsync(1_000);
    expect([lines(room), wire.said]).toEqual([[["Hello?", null]], ["Hello?"]]);
  });

  it("that never comes says so after a minute, and goes out when it is sent again", async () => {
    const { room, wire } = enter();
    await settle();
    wire.tell({ type: "agent", agent: "listening" });
    wire.losesAll = true;

    room.say("Hello?");
    await vi.advanceTimersByTimeAsync(GIVE_UP_MS + 1_000);
    expect(lines(room)).toEqual([["Hello?", "failed"]]);

    wire.losesAll = false;
    room.sayAgain(room.state().lines[0]?.id ?? "");
    await settle();
    expect([lines(room), wire.said]).toEqual([[["Hello?", null]], ["Hello?"]]);
  });

  it("that still waits when the room is over was not sent", async () => {
    const { room, wire } = enter();
    await settle();
    room.say("Anybody?");

    wire.tell({ type: "disconnected", ending: "room_closed" });

    expect(lines(room)).toEqual([["Anybody?", "failed"]]);
  });
});
