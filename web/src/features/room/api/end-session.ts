import { body, type Api } from "@/api/client";
import type { Session } from "@/api/types";

/** Ends the talk for everybody in its room; may be repeated. */
export async function endSession(api: Api, sessionId: string): Promise<Session> {
  return body(
    await api.POST("/api/sessions/{session_id}/end", { params: { path: { session_id: sessionId } } }),
  );
}
