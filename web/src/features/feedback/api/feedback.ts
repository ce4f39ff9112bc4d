/** What people say of a talk: read, given, and taken back. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { useApi } from "@/api/api-context";
import { body } from "@/api/client";
import type { Feedback, OneFeedback } from "@/api/types";

/** What one says; null: nothing any more. */
export type Said = Pick<OneFeedback, "thumb" | "note"> | null;

// Below the talk's own key, so that it is forgotten with its talk.
const keyOf = (sessionId: string) => ["session", sessionId, "feedback"];
const at = (sessionId: string) => ({ params: { path: { session_id: sessionId } } });

export function useFeedback(sessionId: string) {
  const api = useApi();
  return useQuery({
    queryKey: keyOf(sessionId),
    queryFn: async ({ signal }) => body(await api.GET("/api/sessions/{session_id}/feedback", { ...at(sessionId), signal })),
  });
}

export function useSayFeedback(sessionId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (said: Said): Promise<Feedback | null> => {
      if (said !== null) {
        return body(await api.PUT("/api/sessions/{session_id}/feedback", { ...at(sessionId), body: said }));
      }
      await api.DELETE("/api/sessions/{session_id}/feedback", at(sessionId));
      return null;
    },
    onSuccess: (told) => {
      queries.setQueryData<Feedback>(keyOf(sessionId), (before) => told ?? { mine: null, others: before?.others ?? [] });
    },
  });
}
