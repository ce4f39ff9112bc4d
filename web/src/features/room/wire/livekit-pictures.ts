/** Every camera and screen in the room, one's own among them. */
import { Track, type Participant, type Room } from "livekit-client";

import type { PictureSource } from "@/devices/open-picture";

import type { Picture } from "./wire";

export const SOURCES: Record<PictureSource, Track.Source> = {
  camera: Track.Source.Camera,
  screen: Track.Source.ScreenShare,
};

export function picturesIn(room: Room): Picture[] {
  return [room.localParticipant, ...room.remoteParticipants.values()].flatMap(picturesOf);
}

function picturesOf(participant: Participant): Picture[] {
  return [...participant.videoTrackPublications.values()].flatMap(({ trackSid, source, track, isMuted }) => {
    if (track === undefined || isMuted) {
      return [];
    }
    const from = participant.isLocal ? "me" : participant.isAgent ? "agent" : "guest";
    const shown = source === SOURCES.screen ? "screen" : "camera";
    return [{ id: trackSid, source: shown, from, identity: participant.identity, track: track.mediaStreamTrack }];
  });
}
