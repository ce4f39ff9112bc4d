/** The one word for what the room is doing. `useStatus` re-renders only when that word changes. */
import { useRoomState } from "../room-context";
import type { Quality } from "../wire/wire";
import type { RoomState } from "./room-state";

export type Status =
  | "connecting"
  | "waiting"
  | "agent_missing"
  | "agent_lost"
  | "listening"
  | "thinking"
  | "speaking"
  | "reconnecting"
  | "disconnected";

export function statusOf({ connection, agent }: RoomState): Status {
  if (connection !== "connected") {
    return connection;
  }
  if (agent === "late") {
    return "agent_missing";
  }
  if (agent === "lost") {
    return "agent_lost";
  }
  return agent === "absent" || agent === "initializing" ? "waiting" : agent;
}

/** While the connection is broken, the server's last word on its quality is no longer true. */
export function shownQuality({ connection, quality }: Pick<RoomState, "connection" | "quality">): Quality {
  return connection === "reconnecting" || connection === "disconnected" ? "lost" : quality;
}

export function useStatus(): Status {
  return useRoomState(statusOf);
}

