/** What a judge says of a talk, and asking it again. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { useApi } from "@/api/api-context";
import { body } from "@/api/client";
import type { Evaluation } from "@/api/types";

/** A judge is called some ten seconds after the end, and a model thinks for a while. */
const POLL_MS = 3_000;
/** One that failed is tried again by its queue, and later by whoever hands dead letters back. */
const POLL_FAILED_MS = 30_000;

const pollAfter = ({ status }: Evaluation) =>
  status === "pending" ? POLL_MS : status === "failed" ? POLL_FAILED_MS : false;

// Below the talk's own key, so that it is forgotten with its talk.
const keyOf = (sessionId: string) => ["session", sessionId, "evaluation"];

export function useEvaluation(sessionId: string): Evaluation | undefined {
  return useAskedEvaluation(sessionId).data;
}

/** The same, with whether it is still being asked for. */
export function useAskedEvaluation(sessionId: string) {
  const api = useApi();
  return useQuery({
    queryKey: keyOf(sessionId),
    queryFn: async ({ signal }) =>
      body(await api.GET("/api/sessions/{session_id}/evaluation", { params: { path: { session_id: sessionId } }, signal })),
    refetchInterval: ({ state }) => state.data !== undefined && pollAfter(state.data),
  });
}

export function useJudgeAgain(sessionId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () =>
      body(await api.POST("/api/sessions/{session_id}/evaluation", { params: { path: { session_id: sessionId } } })),
    onSuccess: (asked) => { queries.setQueryData(keyOf(sessionId), asked); },
  });
}
