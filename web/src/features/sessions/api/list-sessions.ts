import { useQuery } from "@tanstack/react-query";

import { useApi } from "@/api/api-context";
import { body, type Api } from "@/api/client";
import type { SessionPage } from "@/api/types";

import { ANY, type HistoryFilter } from "../history-filter";
import { sessionKeys } from "./session-keys";

export interface ListSessions {
  limit: number;
  filter: HistoryFilter;
  cursor: string | null;
  signal: AbortSignal;
}

/** Newest first. */
export async function listSessions(api: Api, { limit, filter, cursor, signal }: ListSessions): Promise<SessionPage> {
  const query = {
    limit,
    ...(filter.persona !== undefined && { persona_id: filter.persona }),
    ...(filter.language !== undefined && { language: filter.language }),
    ...(filter.day !== undefined && { ended_on: filter.day }),
    ...(cursor !== null && { cursor }),
  };
  return body(await api.GET("/api/sessions", { params: { query }, signal }));
}

/** The newest few. */
export function useSessions({ limit }: { limit: number }) {
  const api = useApi();
  return useQuery({
    queryKey: sessionKeys.newest(limit),
    queryFn: async ({ signal }) => (await listSessions(api, { limit, filter: ANY, cursor: null, signal })).items,
  });
}
