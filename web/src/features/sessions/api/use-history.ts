import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";

import { useApi } from "@/api/api-context";

import type { HistoryFilter } from "../history-filter";
import { listSessions } from "./list-sessions";
import { sessionKeys } from "./session-keys";

const PAGE_SIZE = 20;

/** Those that fit, page by page. A page on which nothing fits is not shown to anybody: the next one is read at once. */
export function useHistory(filter: HistoryFilter) {
  const pages = usePages(filter);
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

function usePages(filter: HistoryFilter) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: sessionKeys.history(filter),
    queryFn: ({ pageParam, signal }) => listSessions(api, { limit: PAGE_SIZE, filter, cursor: pageParam, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
}
