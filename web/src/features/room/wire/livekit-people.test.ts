// @vitest-environment node
import { ParticipantKind, RemoteParticipant, Room, RoomEvent } from "livekit-client";
import { expect, it } from "vitest";

import { followPeople } from "./livekit-people";

function aRoom() {
  const room = new Room();
  const told: string[] = [];
  followPeople(room, (people) => told.push(people.map(({ identity, voice }) => `${identity} ${voice}`).join(", ")));
  room.localParticipant.identity = "me";
  const come = (identity: string, { kind = ParticipantKind.STANDARD, atMs = 0 } = {}) => {
    const who = new RemoteParticipant(room.engine.client, `PA_${identity}`, identity, "", "", {}, undefined, kind);
    Object.defineProperty(who, "joinedAt", { value: new Date(atMs) });
    Object.defineProperty(who, "isMicrophoneEnabled", { value: true });
    room.remoteParticipants.set(identity, who);
    room.emit(RoomEvent.ParticipantConnected, who);
    return who;
  };
  const speak = (who: RemoteParticipant, isSpeaking: boolean) => {
    who.isSpeaking = isSpeaking;
    room.emit(RoomEvent.ActiveSpeakersChanged, isSpeaking ? [who] : []);
  };
  return { room, told, come, speak };
}

it("people are told of as they came, oneself in front; agents and recorders are none", () => {
  const { told, come } = aRoom();

  come("late", { atMs: 2_000 });
  come("early", { atMs: 1_000 });
  come("agent", { kind: ParticipantKind.AGENT });
  come("recorder", { kind: ParticipantKind.EGRESS });

  expect(told).toEqual(["me muted, late silent", "me muted, early silent, late silent"]);
});

it("whoever speaks is told of once, and once when they fall silent", () => {
  const { told, come, speak } = aRoom();
  const rui = come("rui");

  for (const isSpeaking of [true, true, false, false]) {
    speak(rui, isSpeaking);
  }

  expect(told.slice(1)).toEqual(["me muted, rui speaking", "me muted, rui silent"]);
});
