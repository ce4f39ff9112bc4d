import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";

import { useApi } from "@/api/api-context";
import { body, type Api } from "@/api/client";
import type { SessionPage } from "@/api/types";

import { ANY, type HistoryFilter } from "../history-filter";
import { sessionKeys } from "./session-keys";

const PAGE_SIZE = 20;

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
    ...(cursor !== null && { cursor }),
  };
  return body(await api.GET("/api/sessions", { params: { query }, signal }));
}

function usePages(limit: number, filter: HistoryFilter) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: sessionKeys.list(limit, filter),
    queryFn: ({ pageParam, signal }) => listSessions(api, { limit, filter, cursor: pageParam, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
}

/** The newest few. */
export function useSessions({ limit }: { limit: number }) {
  const { data, ...query } = usePages(limit, ANY);
  return { ...query, data: data?.pages.flatMap((page) => page.items) };
}

/** Those that fit, page by page. A page on which nothing fits is not shown to anybody: the next one is read at once. */
export function useHistory(filter: HistoryFilter) {
  const pages = usePages(PAGE_SIZE, filter);
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = pages;
  const isBarren = hasNextPage && data?.pages.at(-1)?.items.length === 0;
  useEffect(() => {
    if (isBarren && !isFetching && !isError) {
      void fetchNextPage();
    }
  }, [isBarren, isFetching, isError, fetchNextPage]);
  const more = () => void fetchNextPage();
  return {
    sessions: data?.pages.flatMap((page) => page.items) ?? [],
    isSearching: pages.isPending || (isBarren && !isError),
    isLoadingMore: pages.isFetchingNextPage,
    hasMore: hasNextPage,
    more,
    error: pages.error,
    retry: pages.isFetchNextPageError ? more : () => void pages.refetch(),
  };
}
