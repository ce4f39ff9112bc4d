/** The microphone as LiveKit's track, which keeps what is said before the agent can hear it. */
import { ParticipantEvent, RoomEvent, Track, type LocalTrack, type Room } from "livekit-client";

import { canKeepWords, takeTrack } from "./livekit-early-words";
import type { Outgoing } from "./sent-microphone";

/** An agent takes in each track within a tenth of a second; it waits three seconds for what was kept. */
const HEARD_AFTER_MS = 1500;

/** `tellKeeping`: whether what is said now will reach the agent although it is not there yet. */
export function outgoingMicrophone(
  room: Room,
  microphone: MediaStreamTrack,
  { muted, tellKeeping }: { muted: boolean; tellKeeping: (keeping: boolean) => void },
): Outgoing {
  const track = takeTrack(microphone, { muted });
  if (!muted && canKeepWords(microphone)) {
    tellKeeping(true);
  }
  const forget = () => {
    track.stopPreConnectBuffer();
    tellKeeping(false);
  };
  return {
    mute: () => {
      forget();
      // At once; LiveKit's own muting may wait for a lock.
      track.mediaStreamTrack.enabled = false;
      return track.mute();
    },
    unmute: () => track.unmute(),
    replaceTrack: (other) => {
      forget();
      return track.replaceTrack(other);
    },
    publish: async () => {
      let isHeard = false as boolean;
      // Of the participant: the room may not tell while it is still connecting.
      room.localParticipant.once(ParticipantEvent.LocalTrackSubscribed, () => { isHeard = true; });
      await room.localParticipant.publishTrack(track as LocalTrack, { source: Track.Source.Microphone });
      if (isHeard) {
        // LiveKit begins to wait for a listener only now, and would wait in vain; the agent waits for the buffer's end.
        track.stopPreConnectBuffer();
      } else {
        whenAgentIsThere(room, () => setTimeout(() => { track.stopPreConnectBuffer(); }, HEARD_AFTER_MS));
      }
    },
  };
}

/** The news that somebody hears is lost now and then. */
function whenAgentIsThere(room: Room, then: () => void): void {
  if ([...room.remoteParticipants.values()].some(({ isAgent }) => isAgent)) {
    then();
  } else {
    room.once(RoomEvent.ParticipantConnected, () => { whenAgentIsThere(room, then); });
  }
}
