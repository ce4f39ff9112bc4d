// @vitest-environment node
import { expect, it } from "vitest";

import { newRoomState, type RoomState } from "./room-state";
import { shownQuality, statusOf } from "./status";

function room(fields: Partial<RoomState>): RoomState {
  return { ...newRoomState({ startedAtMs: null, lines: [] }), connection: "connected", ...fields };
}

it.each([
  ["connecting", { connection: "connecting", agent: "listening" }],
  ["reconnecting", { connection: "reconnecting", agent: "speaking" }],
  ["disconnected", { connection: "disconnected", agent: "speaking" }],
  ["waiting", { agent: "absent" }],
  ["waiting", { agent: "initializing" }],
  ["agent_missing", { agent: "late" }],
  ["agent_lost", { agent: "lost" }],
  ["listening", { agent: "listening" }],
  ["thinking", { agent: "thinking" }],
  ["speaking", { agent: "speaking" }],
] as const)("is %s for %o: the connection comes before the agent", (status, fields) => {
  expect(statusOf(room(fields))).toBe(status);
});

it.each(["reconnecting", "disconnected"] as const)("while it is %s the connection is never said to be good", (connection) => {
  expect(shownQuality(room({ connection, quality: "good" }))).toBe("lost");
});

it("the server's word on the connection stands while it is there", () => {
  expect(shownQuality(room({ quality: "good" }))).toBe("good");
});
