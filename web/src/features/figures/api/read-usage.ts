/** What a talk used of each service, and what that costs. */
import { useQuery } from "@tanstack/react-query";

import { useApi } from "@/api/api-context";
import { body } from "@/api/client";
import type { Usage } from "@/api/types";

/** The recording is transcoded and the agent writes its last figures behind the end. */
const SETTLED_MS = 60_000;
const LOOK_AGAIN_MS = 10_000;

export function useUsage(sessionId: string, endedAt: string | null): Usage | undefined {
  const api = useApi();
  const { data } = useQuery({
    // Below the talk's own key, so that it is forgotten with its talk.
    queryKey: ["session", sessionId, "usage"],
    queryFn: async ({ signal }) => {
      const params = { path: { session_id: sessionId } };
      return body(await api.GET("/api/sessions/{session_id}/usage", { params, signal }));
    },
    enabled: endedAt !== null,
    refetchInterval: () => (endedAt !== null && Date.now() - Date.parse(endedAt) < SETTLED_MS ? LOOK_AGAIN_MS : false),
  });
  return data;
}
