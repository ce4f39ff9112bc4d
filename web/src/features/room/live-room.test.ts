// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { aMessage } from "@/testing/examples";
import { enterRoom as enter, PASS } from "@/testing/enter-room";
import { FakeTrack } from "@/testing/fake-audio";
import { FakeWire } from "@/testing/fake-wire";

import { AGENT_PATIENCE_MS, CALL_AGAIN_MS } from "./agent-watch";
import { LiveRoom } from "./live-room";
import { WRITTEN_AFTER_MS } from "./record-watch";

const GREETING = { id: "g", role: "assistant", text: "Hello", final: true } as const;

/** Lets everything that is ready happen, and no time pass. */
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("the connection", () => {
  it("does not wait for the microphone", async () => {
    const { room, wire } = enter({ microphone: new Promise<never>(() => undefined) });
    await settle();

    expect(wire.passes).toEqual([PASS]);
    expect(room.state()).toMatchObject({ connection: "connected", microphone: "starting" });
  });

  it("is lost when the server refuses", async () => {
    const wire = new FakeWire();
    wire.refuses = true;
    const { room } = enter({ wire });
    await settle();

    expect(room.state()).toMatchObject({ connection: "disconnected", ending: "lost" });
  });

  it("is lost when LiveKit itself cannot be loaded, and can still be left", async () => {
    const room = new LiveRoom(
      { language: "en-US", recorded: true, persona: "EchoSphere", pass: PASS, microphone: Promise.resolve(new FakeTrack()) },
      { openWire: () => Promise.reject(new TypeError("failed to fetch")), readRecord: () => Promise.resolve([]), callAgent: () => Promise.resolve() },
    );
    await settle();

    expect(room.state().ending).toBe("lost");
    await expect(room.leave()).resolves.toBeUndefined();
  });

  it("starts the clock of the talk once, not again after a reconnect", async () => {
    const { room, wire } = enter();
    await settle();
    const { startedAtMs } = room.state();

    await vi.advanceTimersByTimeAsync(5_000);
    wire.tell({ type: "connection", connection: "reconnecting" });
    wire.tell({ type: "connection", connection: "connected" });

    expect(room.state().startedAtMs).toBe(startedAtMs);
  });

  it("switches the microphone off when it is over", async () => {
    const track = new FakeTrack();
    const { wire } = enter({ microphone: Promise.resolve(track) });
    await settle();

    wire.tell({ type: "disconnected", ending: "room_closed" });

    expect(track.readyState).toBe("ended");
  });
});

describe("the agent", () => {
  it("is missed when it does not come in time", async () => {
    const { room } = enter();
    await vi.advanceTimersByTimeAsync(AGENT_PATIENCE_MS);

    expect(room.state().agent).toBe("late");
  });

  it("is not missed when it came", async () => {
    const { room, wire } = enter();
    await settle();
    wire.tell({ type: "agent", agent: "listening" });

    await vi.advanceTimersByTimeAsync(AGENT_PATIENCE_MS);

    expect(room.state().agent).toBe("listening");
  });

  it("is lost when it goes, and missed when it does not come back", async () => {
    const { room, wire } = enter();
    await settle();
    wire.tell({ type: "agent", agent: "speaking" });

    wire.tell({ type: "agent", agent: "absent" });
    expect(room.state().agent).toBe("lost");
    await vi.advanceTimersByTimeAsync(AGENT_PATIENCE_MS);

    expect(room.state().agent).toBe("late");
  });

  it("that is lost is called at once, and until one is there", async () => {
    const calls: number[] = [];
    const { wire } = enter({ callAgent: () => Promise.resolve(calls.push(Date.now())) });
    await settle();
    wire.tell({ type: "agent", agent: "listening" });
    const lostAt = Date.now();
    wire.tell({ type: "agent", agent: "absent" });
    await vi.advanceTimersByTimeAsync(2 * CALL_AGAIN_MS);

    wire.tell({ type: "agent", agent: "initializing" });
    wire.tell({ type: "agent", agent: "listening" });
    await vi.advanceTimersByTimeAsync(10 * CALL_AGAIN_MS);

    expect(calls.map((at) => at - lostAt)).toEqual([0, CALL_AGAIN_MS, 2 * CALL_AGAIN_MS]);
  });

  it("that nobody can call does not break the room, and is called the less often the longer it stays away", async () => {
    const calls: number[] = [];
    const { room, wire } = enter({ callAgent: () => Promise.reject(new Error(`refused ${calls.push(Date.now())}`)) });
    await settle();
    wire.tell({ type: "agent", agent: "listening" });
    const lostAt = Date.now();
    wire.tell({ type: "agent", agent: "absent" });

    await vi.advanceTimersByTimeAsync(15 * 60_000);

    const inSeconds = calls.map((at) => Math.round((at - lostAt) / 1000));
    expect(inSeconds.slice(0, 10)).toEqual([0, 5, 10, 15, 20, 28, 39, 56, 81, 111]);
    expect(calls.length).toBeLessThan(50);
    expect(room.state()).toMatchObject({ connection: "connected", agent: "late" });
  });

  it("is called no more once one has left", async () => {
    let calls = 0;
    const { room, wire } = enter({ callAgent: () => Promise.resolve((calls += 1)) });
    await settle();
    wire.tell({ type: "agent", agent: "listening" });
    wire.tell({ type: "agent", agent: "absent" });
    await settle();

    await room.leave();
    await vi.advanceTimersByTimeAsync(10 * CALL_AGAIN_MS);

    expect(calls).toBe(1);
  });

  it("an agent that comes and goes with a poor connection is called no more often than one that stays away", async () => {
    const calls: number[] = [];
    const { wire } = enter({ callAgent: () => Promise.resolve(calls.push(Date.now())) });
    await settle();
    for (let flaps = 0; flaps < 30; flaps += 1) {
      wire.tell({ type: "agent", agent: "listening" });
      wire.tell({ type: "agent", agent: "absent" });
      await vi.advanceTimersByTimeAsync(1_000);
    }

    expect(calls.length).toBeLessThanOrEqual(30_000 / CALL_AGAIN_MS + 1);
  });

  it("that does not answer any more gets no typed line until it does", async () => {
    const { room, wire } = enter();
    await settle();
    wire.tell({ type: "agent", agent: "listening" });
    wire.tell({ type: "agent", agent: "absent" });
    room.say("Are you there?");
    await settle();
    expect(wire.said).toEqual([]);

    wire.tell({ type: "agent", agent: "listening" });
    await settle();

    expect(wire.said).toEqual(["Are you there?"]);
  });

  it("is shown as interrupted once that is written down", async () => {
    const { room, wire } = enter({ record: [aMessage({ text: "Hello", interrupted: true })] });
    await settle();
    wire.tell({ type: "segment", segment: GREETING });

    await vi.advanceTimersByTimeAsync(WRITTEN_AFTER_MS);

    expect(room.state().lines).toMatchObject([{ text: "Hello", interrupted: true }]);
  });
});

it("tells its listeners of changes alone", async () => {
  const { room, wire } = enter();
  await settle();
  wire.tell({ type: "agent", agent: "listening" });
  let changes = 0;
  room.subscribe(() => (changes += 1));

  wire.tell({ type: "agent", agent: "listening" });
  wire.tell({ type: "agent", agent: "thinking" });

  expect(changes).toBe(1);
});
