// @vitest-environment node
import { RemoteParticipant, Room, type TextStreamHandler } from "livekit-client";
import { expect, it, vi } from "vitest";

import { LiveKitWire } from "./livekit-wire";
import type { Segment } from "./wire";

/** A room with a guest in it, who types. */
function aRoom() {
  const room = new Room();
  const handlers = new Map<string, TextStreamHandler>();
  room.registerTextStreamHandler = (topic, handler) => { handlers.set(topic, handler); };
  const told: Segment[] = [];
  new LiveKitWire((event) => { if (event.type === "segment") told.push(event.segment); }, room);
  room.remoteParticipants.set("guest-1", new RemoteParticipant(room.engine.client, "PA_1", "guest-1"));
  const type = (text: Promise<string>) => {
    handlers.get("lk.chat")?.({ info: { id: "t1" }, readAll: () => text } as never, { identity: "guest-1" });
  };
  return { told, type };
}

it("what somebody else types is told as typed, under who they are", async () => {
  const { told, type } = aRoom();

  type(Promise.resolve("When do you open?"));

  await vi.waitFor(() => {
    expect(told).toEqual([
      { id: "t1", role: "user", speaker: "guest-1", text: "When do you open?", final: true, via: "text" },
    ]);
  });
});

it("a line that broke off on its way says nothing", async () => {
  const { told, type } = aRoom();

  type(Promise.reject(new Error("lost")));

  await vi.waitFor(() => { expect(told).toMatchObject([{ text: "" }]); });
});
