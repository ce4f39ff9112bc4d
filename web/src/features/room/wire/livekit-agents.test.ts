// @vitest-environment node
import { ConnectionQuality, ConnectionState, ParticipantKind, RemoteParticipant, Room, RoomEvent } from "livekit-client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { BEAT_PATIENCE_MS } from "./livekit-beats";
import { LiveKitWire } from "./livekit-wire";
import type { AgentState, WireEvent } from "./wire";

/** Those who came into the room, in this order. */
function aRoomWith() {
  const room = new Room();
  const told: AgentState[] = [];
  new LiveKitWire((event: WireEvent) => {
    if (event.type === "agent" && told.at(-1) !== event.agent) {
      told.push(event.agent);
    }
  }, room);
  const come = (identity: string, state: string) => {
    const attributes = state === "" ? {} : { "lk.agent.state": state };
    const kind = ParticipantKind.AGENT;
    const agent = new RemoteParticipant(room.engine.client, `PA_${identity}`, identity, "", "", attributes, undefined, kind);
    room.remoteParticipants.set(identity, agent);
    room.emit(RoomEvent.ParticipantConnected, agent);
    return agent;
  };
  const go = (agent: RemoteParticipant) => {
    room.remoteParticipants.delete(agent.identity);
    room.emit(RoomEvent.ParticipantDisconnected, agent);
  };
  const hear = (agent: RemoteParticipant, quality: ConnectionQuality) => {
    Object.defineProperty(agent, "connectionQuality", { value: quality, configurable: true });
    room.emit(RoomEvent.ConnectionQualityChanged, quality, agent);
  };
  const beat = (agent: RemoteParticipant) => {
    room.emit(RoomEvent.DataReceived, new Uint8Array(), agent, undefined, "echosphere.beat");
  };
  const connection = (state: ConnectionState) => {
    room.state = state;
    room.emit(state === ConnectionState.Connected ? RoomEvent.Reconnected : RoomEvent.Reconnecting);
  };
  room.state = ConnectionState.Connected;
  return { told, come, go, hear, beat, connection };
}

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

it("a second agent that comes and leaves again is none of the person's business", () => {
  const { told, come, go } = aRoomWith();
  come("first", "listening");

  go(come("second", ""));

  expect(told).toEqual(["listening"]);
});

it("the agent that takes the place of one that is gone is the one that counts", () => {
  const { told, come, go } = aRoomWith();
  const first = come("first", "listening");
  go(first);
  come("second", "speaking");

  expect(told).toEqual(["listening", "absent", "speaking"]);
});

it("an agent that the server hears nothing of any more is absent, until it does again", () => {
  const { told, come, hear } = aRoomWith();
  const agent = come("first", "listening");

  hear(agent, ConnectionQuality.Lost);
  hear(agent, ConnectionQuality.Good);

  expect(told).toEqual(["listening", "absent", "listening"]);
});

it("an agent whose beats stop is absent, though the server still has it, until they come again", () => {
  const { told, come, hear, beat } = aRoomWith();
  const agent = come("first", "speaking");
  beat(agent);

  vi.advanceTimersByTime(BEAT_PATIENCE_MS);
  hear(agent, ConnectionQuality.Excellent);
  beat(agent);

  expect(told).toEqual(["speaking", "absent", "speaking"]);
});

it("an agent that beats on is there, and so is one that has not begun", () => {
  const { told, come, beat } = aRoomWith();
  const agent = come("first", "listening");
  vi.advanceTimersByTime(2 * BEAT_PATIENCE_MS);
  for (let beats = 0; beats < 4; beats += 1) {
    beat(agent);
    vi.advanceTimersByTime(BEAT_PATIENCE_MS - 1);
  }

  expect(told).toEqual(["listening"]);
});

it("the one that comes in the place of the silent one counts, though that one has not left yet", () => {
  const { told, come, beat } = aRoomWith();
  beat(come("first", "listening"));
  vi.advanceTimersByTime(BEAT_PATIENCE_MS);

  beat(come("second", "speaking"));

  expect(told).toEqual(["listening", "absent", "speaking"]);
});

it("what cannot be heard while one's own connection is broken is held against nobody", () => {
  const { told, come, beat, connection } = aRoomWith();
  beat(come("first", "listening"));

  connection(ConnectionState.Reconnecting);
  vi.advanceTimersByTime(5 * BEAT_PATIENCE_MS);
  connection(ConnectionState.Connected);
  vi.advanceTimersByTime(BEAT_PATIENCE_MS - 1);

  expect(told).toEqual(["listening"]);
});

it("a page that slept waits anew", () => {
  const { told, come, beat } = aRoomWith();
  beat(come("first", "listening"));
  const now = performance.now();
  vi.spyOn(performance, "now").mockReturnValue(now + 60_000);

  vi.advanceTimersByTime(BEAT_PATIENCE_MS);

  expect(told).toEqual(["listening"]);
});
