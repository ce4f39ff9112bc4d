import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";

import { useApi } from "@/api/api-context";

import { listMessages } from "./list-messages";
import { POLL_MS } from "./read-session";
import { sessionKeys } from "./session-keys";

/** The agent writes the last words, and what was cut short, in the seconds after the room has closed. */
const READS_AFTER_END = 4;
/** A talk that is over for longer has been written down; far more than that takes, as clocks differ. */
const JUST_ENDED_MS = 60_000;

/** All of it, page by page: one finds, copies and follows the whole talk. */
export function useTranscript(sessionId: string, growth: Growth) {
  const messages = useMessages(sessionId, growth);
  const { hasNextPage, isFetching, isError, fetchNextPage } = messages;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) {
      void fetchNextPage();
    }
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  return messages;
}

interface Growth {
  /** The talk is not over, so more messages come. */
  growing: boolean;
  endedAt: string | null;
}

function useMessages(sessionId: string, { growing, endedAt }: Growth) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [...sessionKeys.messages(sessionId), growing],
    queryFn: ({ pageParam, signal }) => listMessages(api, { sessionId, cursor: pageParam, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    select: ({ pages }) => pages.flatMap((page) => page.items),
    // The last read comes when the talk is over; until it is there, what was read stays.
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data, dataUpdateCount } }) => {
      const laterPages = Math.max(0, (data?.pages.length ?? 0) - 1);
      const settles = hasJustEnded(endedAt) && dataUpdateCount - laterPages < READS_AFTER_END;
      return growing || settles ? POLL_MS : false;
    },
  });
}

function hasJustEnded(endedAt: string | null): boolean {
  return endedAt !== null && Math.abs(Date.now() - Date.parse(endedAt)) < JUST_ENDED_MS;
}
