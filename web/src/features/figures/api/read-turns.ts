/** What each question and its answer took. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";

import { useApi } from "@/api/api-context";
import { body, type Api } from "@/api/client";
import type { Turn } from "@/api/types";

const PAGE_SIZE = 100;
/** The agent writes the last turn in the seconds after the room has closed. */
const JUST_ENDED_MS = 15_000;
const POLL_MS = 3_000;

export async function readTurns(api: Api, sessionId: string, signal?: AbortSignal): Promise<Turn[]> {
  const turns: Turn[] = [];
  let cursor: string | null = null;
  do {
    const query: { limit: number; cursor?: string } = cursor === null ? { limit: PAGE_SIZE } : { limit: PAGE_SIZE, cursor };
    const params = { path: { session_id: sessionId }, query };
    const page: { items: Turn[]; next_cursor: string | null } = body(
      await api.GET("/api/sessions/{session_id}/turns", { params, signal: signal ?? null }),
    );
    turns.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor !== null);
  return turns;
}

/** All of them; of a talk that goes on, again and again. */
export function useTurns(sessionId: string, endedAt: string | null): Turn[] {
  const api = useApi();
  const { data } = useQuery({
    // Below the talk's own key, so that it is forgotten with its talk.
    queryKey: ["session", sessionId, "turns"],
    queryFn: ({ signal }) => readTurns(api, sessionId, signal),
    placeholderData: keepPreviousData,
    refetchInterval: () => (endedAt === null || Date.now() - Date.parse(endedAt) < JUST_ENDED_MS ? POLL_MS : false),
  });
  return data ?? NONE;
}

const NONE: Turn[] = [];
