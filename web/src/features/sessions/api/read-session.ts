import { useQuery } from "@tanstack/react-query";

import { useApi } from "@/api/api-context";
import { body, type Api } from "@/api/client";
import type { Session } from "@/api/types";

import { sessionKeys } from "./session-keys";

/** A talk that is not over is read again this often: 15 minutes of it stay under a third of the read limit. */
export const POLL_MS = 3_000;

export async function readSession(api: Api, id: string, signal: AbortSignal): Promise<Session> {
  return body(
    await api.GET("/api/sessions/{session_id}", { params: { path: { session_id: id } }, signal }),
  );
}

export function useSession(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: sessionKeys.one(id),
    queryFn: ({ signal }) => readSession(api, id, signal),
    refetchInterval: ({ state }) => (state.data !== undefined && !isOver(state.data) ? POLL_MS : false),
  });
}

export function isOver(session: Session): boolean {
  return session.status === "ended" || session.status === "failed";
}
