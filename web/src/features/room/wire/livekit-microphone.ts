/** The microphone as LiveKit's track, which keeps what is said before the agent can hear it. */
import { RoomEvent, Track, type LocalTrack, type Room } from "livekit-client";

import { canKeepWords, takeTrack } from "./livekit-early-words";
import type { Outgoing } from "./sent-microphone";

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
      room.once(RoomEvent.LocalTrackSubscribed, () => { isHeard = true; });
      await room.localParticipant.publishTrack(track as LocalTrack, { source: Track.Source.Microphone });
      if (isHeard) {
        // LiveKit begins to wait for a listener only now, and would wait in vain; the agent waits for the buffer's end.
        track.stopPreConnectBuffer();
      }
    },
  };
}
