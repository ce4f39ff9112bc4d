import { LocalAudioTrack, LocalTrackPublication, Room, Track, TrackEvent } from "livekit-client";
import { beforeEach, describe, expect, it, vi } from "vitest";

import { FakeTrack } from "@/testing/fake-audio";

import { LiveKitWire } from "./livekit-wire";

/** A real room that is in no server: what it publishes is kept by its own participant, as after the server's yes. */
function aRoom() {
  const room = new Room();
  const participant = room.localParticipant;
  participant.publishTrack = (given) => {
    const track = new LocalAudioTrack(given as MediaStreamTrack, undefined, true);
    track.source = Track.Source.Microphone;
    const info = { sid: `TR_${participant.trackPublications.size}`, name: "", source: 2, muted: false, type: 0 };
    const publication = new LocalTrackPublication(Track.Kind.Audio, info as never, track as never);
    // As its own participant does with a track that it was given.
    track.on(TrackEvent.Ended, () => void track.mute());
    track.sender = { replaceTrack: () => Promise.resolve() } as unknown as RTCRtpSender;
    participant.trackPublications.set(publication.trackSid, publication);
    participant.audioTrackPublications.set(publication.trackSid, publication);
    return Promise.resolve(publication);
  };
  return room;
}

/** The microphones that the room hears. */
function heard(room: Room) {
  return [...room.localParticipant.trackPublications.values()]
    .filter(({ track, isMuted }) => track?.mediaStreamTrack.readyState === "live" && !isMuted)
    .map(({ track }) => track?.mediaStreamTrack);
}

beforeEach(() => {
  vi.stubGlobal("MediaStreamTrack", FakeTrack);
});

describe("a microphone that takes the place of one that ended", () => {
  async function replaced() {
    const room = aRoom();
    const wire = new LiveKitWire(() => undefined, room);
    const [first, second] = [new FakeTrack(), new FakeTrack()];
    await wire.publish(first);
    first.unplug();
    await wire.publish(second);
    return { room, wire, second };
  }

  it("is the only one that is sent", async () => {
    const { room, second } = await replaced();

    expect(heard(room)).toEqual([second]);
    expect(room.localParticipant.trackPublications.size).toBe(1);
  });

  it("is the one that is muted and unmuted", async () => {
    const { room, wire, second } = await replaced();

    await wire.setMuted(true);
    expect(heard(room)).toEqual([]);
    expect(second.enabled).toBe(false);

    await wire.setMuted(false);
    expect(heard(room)).toEqual([second]);
  });
});
