/** Who is in the room, and whose voice is heard. */
import { ParticipantKind, RoomEvent, type Participant, type Room } from "livekit-client";

import type { Person } from "./wire";

const NEWS = [
  RoomEvent.Connected,
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.ActiveSpeakersChanged,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
  RoomEvent.TrackPublished,
  RoomEvent.TrackUnpublished,
  RoomEvent.LocalTrackPublished,
  RoomEvent.LocalTrackUnpublished,
] as const;

/** Tells of them when something has changed; LiveKit's news come several times a second. */
export function followPeople(room: Room, tell: (people: Person[]) => void): void {
  let told = "";
  const look = () => {
    const people = peopleIn(room);
    const now = JSON.stringify(people);
    if (now !== told) {
      told = now;
      tell(people);
    }
  };
  for (const news of NEWS) {
    room.on(news, look);
  }
}

/** Sorts who came first in front. */
export function byArrival(one: Participant, other: Participant): number {
  return (one.joinedAt?.getTime() ?? 0) - (other.joinedAt?.getTime() ?? 0);
}

function peopleIn(room: Room): Person[] {
  const others = [...room.remoteParticipants.values()].filter(isPerson).sort(byArrival);
  return [room.localParticipant, ...others].map((each) => ({
    identity: each.identity,
    isMe: each.isLocal,
    voice: voiceOf(each),
  }));
}

function isPerson({ kind, isAgent }: Participant): boolean {
  return kind === ParticipantKind.STANDARD && !isAgent;
}

function voiceOf({ isMicrophoneEnabled, isSpeaking }: Participant): Person["voice"] {
  if (!isMicrophoneEnabled) {
    return "muted";
  }
  return isSpeaking ? "speaking" : "silent";
}
