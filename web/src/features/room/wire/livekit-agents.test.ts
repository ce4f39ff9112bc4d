// @vitest-environment node
import { ConnectionQuality, ParticipantKind, RemoteParticipant, Room, RoomEvent } from "livekit-client";
import { expect, it } from "vitest";

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
  return { told, come, go, hear };
}

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
