// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { enterRoom as enter } from "@/testing/enter-room";
import { FakeTrack } from "@/testing/fake-audio";

/** Lets everything that is ready happen, and no time pass. */
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("the microphone", () => {
  it.each([
    ["NotAllowedError", "denied"],
    ["NotFoundError", "missing"],
    ["NotReadableError", "taken"],
  ])("refused with %s is %s, and typing still works", async (name, microphone) => {
    const { room, wire } = enter({ microphone: Promise.reject(new DOMException("no", name)) });
    await settle();
    wire.tell({ type: "agent", agent: "listening" });

    room.say("I can type.");
    await settle();

    expect(room.state()).toMatchObject({ microphone, lines: [{ text: "I can type.", via: "text" }] });
    expect(wire.said).toEqual(["I can type."]);
  });

  it("is missing after it was unplugged, and comes back on request", async () => {
    const track = new FakeTrack();
    const { room } = enter({ microphone: Promise.resolve(track) });
    await settle();

    track.unplug();
    await settle();
    expect(room.state().microphone).toBe("missing");

    await room.retryMicrophone(Promise.resolve(new FakeTrack()));
    expect(room.state().microphone).toBe("on");
  });

  it("that is unplugged is replaced by the browser's choice, which is said", async () => {
    const [track, other] = [new FakeTrack(), new FakeTrack()];
    const { room, wire } = enter({ microphone: Promise.resolve(track), openAny: () => Promise.resolve(other) });
    await settle();

    track.unplug();
    await settle();

    expect([room.state().microphone, wire.sent]).toEqual(["on", other]);
    expect(room.state().deviceNote).toEqual({ device: "microphone", why: "unplugged", label: other.label });
  });

  it("of who is muted stays muted when it is unplugged and replaced", async () => {
    const track = new FakeTrack();
    const { room, wire } = enter({ microphone: Promise.resolve(track), openAny: () => Promise.resolve(new FakeTrack()) });
    await settle();
    await room.toggleMute();

    track.unplug();
    await settle();

    expect([room.state().microphone, wire.muted, wire.published.length]).toEqual(["muted", true, 2]);
  });

  it("can be muted before it is open, and is never heard", async () => {
    const opening = Promise.withResolvers<MediaStreamTrack>();
    const { room, wire } = enter({ microphone: opening.promise });
    await settle();

    await room.toggleMute();
    opening.resolve(new FakeTrack());
    await settle();

    expect([room.state().microphone, wire.muted]).toEqual(["muted", true]);
  });

  it("can be muted while the room is still connecting", async () => {
    const { room, wire } = enter();
    const out = Promise.withResolvers<undefined>();
    wire.publish = () => out.promise;
    await settle();
    expect(room.state().microphone).toBe("starting");

    await room.toggleMute();
    out.resolve(undefined);
    await settle();

    expect([room.state().microphone, wire.muted]).toEqual(["muted", true]);
  });

  it("is sent muted by who comes back muted", async () => {
    const { room, wire } = enter({ muted: true });
    await settle();

    expect([room.state().microphone, wire.muted]).toEqual(["muted", true]);
  });

  it("changes while one talks, and the one before is switched off", async () => {
    const [before, after] = [new FakeTrack(), new FakeTrack()];
    const { room, wire } = enter({ microphone: Promise.resolve(before) });
    await settle();

    await room.changeMicrophone(Promise.resolve(after));

    expect([room.state().microphone, wire.sent, before.readyState]).toEqual(["on", after, "ended"]);
  });

  it("stays the one before when the other cannot be opened, which is said", async () => {
    const before = new FakeTrack();
    const { room, wire } = enter({ microphone: Promise.resolve(before) });
    await settle();

    await room.changeMicrophone(Promise.reject(new DOMException("no", "NotReadableError")));

    expect([room.state().microphone, wire.sent, before.readyState]).toEqual(["on", before, "live"]);
    expect(room.state().deviceNote).toMatchObject({ why: "refused", label: before.label });
  });

  it("is muted and unmuted in turn", async () => {
    const { room, wire } = enter();
    await settle();

    await room.toggleMute();
    expect([room.state().microphone, wire.muted]).toEqual(["muted", true]);

    await room.toggleMute();
    expect([room.state().microphone, wire.muted]).toEqual(["on", false]);
  });

  it("is heard again when another takes its place, and can be muted", async () => {
    const track = new FakeTrack();
    const { room, wire } = enter({ microphone: Promise.resolve(track) });
    await settle();
    await room.toggleMute();
    track.unplug();

    const other = new FakeTrack();
    await room.retryMicrophone(Promise.resolve(other));
    expect([room.state().microphone, wire.sent, wire.muted]).toEqual(["on", other, false]);

    await room.toggleMute();
    expect([room.state().microphone, wire.muted]).toEqual(["muted", true]);
  });

  it("is said to be muted once it is", async () => {
    const { room, wire } = enter();
    await settle();
    const answer = Promise.withResolvers<null>();
    wire.muting = answer.promise;

    const muted = room.toggleMute();
    await settle();
    expect(room.state().microphone).toBe("on");

    answer.resolve(null);
    await muted;
    expect(room.state().microphone).toBe("muted");
  });

  it("that cannot be muted is switched off", async () => {
    const track = new FakeTrack();
    const { room, wire } = enter({ microphone: Promise.resolve(track) });
    await settle();
    wire.muting = Promise.reject(new Error("no answer"));

    await room.toggleMute();

    expect([room.state().microphone, track.readyState]).toEqual(["failed", "ended"]);
  });

  it("that opens but cannot be sent is switched off", async () => {
    const track = new FakeTrack();
    const { room, wire } = enter({ microphone: new Promise<never>(() => undefined) });
    wire.publish = () => Promise.reject(new Error("refused"));

    await room.retryMicrophone(Promise.resolve(track));

    expect([room.state().microphone, track.readyState]).toEqual(["failed", "ended"]);
  });

  it("that opens after one has left is switched off at once", async () => {
    const track = new FakeTrack();
    const late = Promise.withResolvers<MediaStreamTrack>();
    const { room, wire } = enter({ microphone: late.promise });
    await settle();

    await room.leave();
    late.resolve(track);
    await settle();

    expect(track.readyState).toBe("ended");
    expect(wire.published).toEqual([]);
  });
});
