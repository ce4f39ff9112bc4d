/** A room with fakes around it, without a page. */
import type { Message } from "@/api/types";
import { LiveRoom } from "@/features/room/live-room";

import { FakeTrack } from "./fake-audio";
import { FakeWire } from "./fake-wire";

export const PASS = { livekit_url: "ws://localhost:7880", token: "t", token_expires_at: "" };

export function enterRoom({
  wire = new FakeWire(),
  microphone = Promise.resolve<MediaStreamTrack>(new FakeTrack()),
  record = [] as Message[],
  muted = false,
  /** When one is pulled out there is no other. */
  openAny = (): Promise<MediaStreamTrack> => Promise.reject(new DOMException("none", "NotFoundError")),
  callAgent = (): Promise<unknown> => Promise.resolve(),
} = {}) {
  const room = new LiveRoom(
    { language: "en-US", recorded: true, persona: "EchoSphere", pass: PASS, microphone, muted },
    { openWire: wire.open, readRecord: () => Promise.resolve(record), callAgent, openAny },
  );
  return { room, wire };
}
