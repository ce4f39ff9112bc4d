import { body, type Api } from "@/api/client";
import type { RoomPass } from "@/api/types";

/** A new pass for a talk that is going on. Raises the Problem `session_over` when it is not. */
export async function joinSession(api: Api, sessionId: string): Promise<RoomPass> {
  return body(await api.POST("/api/token", { body: { session_id: sessionId } }));
}
