import { inspect } from "node:util";

import {
  getLogger,
  LocalAudioTrack,
  LoggerNames,
  LocalTrackPublication,
  ParticipantEvent,
  ParticipantKind,
  RemoteParticipant,
  Room,
  RoomEvent,
  Track,
  TrackEvent,
} from "livekit-client";
import { beforeEach, describe, expect, it, vi } from "vitest";

import { FakeTrack } from "@/testing/fake-audio";

import { forgetWords, keepWords } from "./livekit-early-words";
import { LiveKitWire } from "./livekit-wire";

/** A real room that is in no server: what it publishes is kept by its own participant, as after the server's yes. */
function aRoom() {
  const room = new Room();
  const participant = room.localParticipant;
  participant.publishTrack = (given) => {
    const track = given as unknown as LocalAudioTrack;
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

/** A server that is not there: the socket breaks, and so does the question why. */
class BrokenSocket extends EventTarget {
  readonly readyState = 3;

  constructor(readonly url: string) {
    super();
    queueMicrotask(() => { this.dispatchEvent(new Event("error")); });
  }

  close(): void {
    // It never opened.
  }
}

it("a pass is in no line that LiveKit writes, whatever breaks", async () => {
  const pass = { livekit_url: "ws://nowhere.test", token: "eyJhbGci.eyJzdWIi.c2lnbmF0dXJl", token_expires_at: "" };
  const written: unknown[] = [];
  vi.spyOn(console, "warn").mockImplementation((...line: unknown[]) => written.push(line));
  vi.spyOn(console, "error").mockImplementation((...line: unknown[]) => written.push(line));
  vi.stubGlobal("WebSocket", BrokenSocket);
  vi.stubGlobal("RTCPeerConnection", EventTarget);
  vi.stubGlobal("fetch", (address: unknown) => Promise.reject(new TypeError(`failed to fetch ${String(address)}`)));

  await expect(new LiveKitWire(() => undefined).connect(pass)).rejects.toThrow();
  getLogger(LoggerNames.Signal).error(`refused ws://nowhere.test/rtc?access_token=${pass.token}`, { pass });

  expect(inspect(written, { depth: 9 })).not.toContain("eyJ");
  expect(written).toContainEqual(["refused ws://nowhere.test/rtc?access_token=…"]);
});

describe("what is said before the agent hears", () => {
  async function speaking({ types = ["audio/webm;codecs=opus"], muted = false, early = false, channelCount = 1, room = aRoom() } = {}) {
    const keeping: boolean[] = [];
    const recording = new Set<unknown>();
    vi.stubGlobal("MediaRecorder", { isTypeSupported: (type: string) => types.includes(type) });
    const start = vi.spyOn(LocalAudioTrack.prototype, "startPreConnectBuffer").mockImplementation(() => { recording.add("words"); });
    start.mockClear();
    vi.spyOn(LocalAudioTrack.prototype, "stopPreConnectBuffer").mockImplementation(() => { recording.clear(); });
    const wire = new LiveKitWire((event) => { if (event.type === "keeping") keeping.push(event.keeping); }, room);
    const microphone = new FakeTrack();
    vi.spyOn(microphone, "getSettings").mockReturnValue({ channelCount });
    if (early) {
      keepWords(microphone);
    } else {
      await wire.publish(microphone, { muted });
    }
    return { wire, keeping, recording, microphone, started: () => start.mock.calls.length };
  }

  it("is kept for it, and the person is told that one may speak", async () => {
    const { keeping, recording } = await speaking();

    expect([keeping, recording.size]).toEqual([[true], 1]);
  });

  it("is handed over to an agent that heard the microphone before it was quite published", async () => {
    const room = aRoom();
    const publishTrack = room.localParticipant.publishTrack.bind(room.localParticipant);
    room.localParticipant.publishTrack = async (given) => {
      const publication = await publishTrack(given);
      room.localParticipant.emit(ParticipantEvent.LocalTrackSubscribed, publication);
      return publication;
    };

    const { recording } = await speaking({ room });

    expect(recording.size).toBe(0);
  });

  it("is handed over to an agent that is there, also where nobody tells that it hears", async () => {
    vi.useFakeTimers();
    const room = aRoom();
    const { recording } = await speaking({ room });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(recording.size).toBe(1);

    const agent = new RemoteParticipant(room.engine.client, "PA_1", "agent-1", "", "", {}, undefined, ParticipantKind.AGENT);
    room.remoteParticipants.set(agent.identity, agent);
    room.emit(RoomEvent.ParticipantConnected, agent);
    await vi.advanceTimersByTimeAsync(1500);

    expect(recording.size).toBe(0);
    vi.useRealTimers();
  });

  it("is kept from the moment the microphone opens, and handed to the room that comes later", async () => {
    const { wire, keeping, microphone, started } = await speaking({ early: true });

    expect(started()).toBe(1);
    await wire.publish(microphone, { muted: false });
    expect([keeping, started()]).toEqual([[true], 1]);
  });

  it("is dropped when one is muted before the room is there", async () => {
    const { wire, microphone, recording } = await speaking({ early: true });

    await wire.publish(microphone, { muted: true });

    expect(recording.size).toBe(0);
  });

  it("is dropped when the talk does not come", async () => {
    const { microphone, recording } = await speaking({ early: true });

    forgetWords(microphone);

    expect(recording.size).toBe(0);
  });

  it("is not kept twice when this code comes later than the room", async () => {
    const { wire, microphone, started } = await speaking();
    await wire.publish(microphone, { muted: false });

    keepWords(microphone);

    expect(started()).toBe(1);
  });

  it("is not kept of two channels, which the agent would hear at half their speed", async () => {
    const { keeping, recording } = await speaking({ channelCount: 2 });

    expect([keeping, recording.size]).toEqual([[], 0]);
  });

  it("is not kept of who is muted from the start", async () => {
    const { keeping, recording } = await speaking({ muted: true });

    expect(keeping).not.toContain(true);
    expect(recording.size).toBe(0);
  });

  it("is kept no more as soon as one mutes", async () => {
    const { wire, keeping, recording } = await speaking();

    await wire.setMuted(true);

    expect([keeping.at(-1), recording.size]).toEqual([false, 0]);
  });

  it("is not kept by a browser in whose format the agent would hear noise, and nothing is promised", async () => {
    const { keeping, recording } = await speaking({ types: ["video/mp4"] });

    expect([keeping, recording.size]).toEqual([[], 0]);
  });
});

describe("a microphone that takes the place of one that ended", () => {
  async function replaced() {
    const room = aRoom();
    const wire = new LiveKitWire(() => undefined, room);
    const [first, second] = [new FakeTrack(), new FakeTrack()];
    await wire.publish(first, { muted: false });
    first.unplug();
    await wire.publish(second, { muted: false });
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
