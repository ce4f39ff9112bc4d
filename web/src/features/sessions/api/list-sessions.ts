import { useInfiniteQuery } from "@tanstack/react-query";

import { useApi } from "@/api/api-context";
import { body, type Api } from "@/api/client";

import { sessionKeys } from "./session-keys";

export interface ListSessions {
  limit: number;
  cursor: string | null;
  signal: AbortSignal;
}

/** Newest first. */
export async function listSessions(api: Api, { limit, cursor, signal }: ListSessions) {
  const query = cursor === null ? { limit } : { limit, cursor };
  return body(await api.GET("/api/sessions", { params: { query }, signal }));
}

export function useSessions({ limit }: { limit: number }) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: sessionKeys.list(limit),
    queryFn: ({ pageParam, signal }) => listSessions(api, { limit, cursor: pageParam, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    select: ({ pages }) => pages.flatMap((page) => page.items),
  });
}
