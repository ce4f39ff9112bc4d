import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";

import { useApi } from "@/api/api-context";
import { body, type Api } from "@/api/client";
import type { Message, MessagePage } from "@/api/types";

import { POLL_MS } from "./read-session";
import { sessionKeys } from "./session-keys";

/** A long talk of half an hour fits on one page. */
const PAGE_SIZE = 100;

export interface ListMessages {
  sessionId: string;
  cursor: string | null;
  signal: AbortSignal;
}

/** In the order in which they were spoken. */
export async function listMessages(api: Api, { sessionId, cursor, signal }: ListMessages): Promise<MessagePage> {
  const query = cursor === null ? { limit: PAGE_SIZE } : { limit: PAGE_SIZE, cursor };
  return body(
    await api.GET("/api/sessions/{session_id}/messages", {
      params: { path: { session_id: sessionId }, query },
      signal,
    }),
  );
}

/** The whole talk, however many pages it has. */
export async function readTranscript(api: Api, sessionId: string): Promise<Message[]> {
  const { signal } = new AbortController();
  const messages: Message[] = [];
  let cursor: string | null = null;
  do {
    const page: MessagePage = await listMessages(api, { sessionId, cursor, signal });
    messages.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor !== null);
  return messages;
}

/** All of it, page by page: one finds, copies and follows the whole talk. */
export function useTranscript(sessionId: string, { growing }: { growing: boolean }) {
  const messages = useMessages(sessionId, { growing });
  const { hasNextPage, isFetching, isError, fetchNextPage } = messages;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) {
      void fetchNextPage();
    }
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  return messages;
}

/** `growing`: the talk is not over, so more messages come. */
function useMessages(sessionId: string, { growing }: { growing: boolean }) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [...sessionKeys.messages(sessionId), growing],
    queryFn: ({ pageParam, signal }) => listMessages(api, { sessionId, cursor: pageParam, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    select: ({ pages }) => pages.flatMap((page) => page.items),
    // The last read comes when the talk is over; until it is there, what was read stays.
    placeholderData: keepPreviousData,
    refetchInterval: growing ? POLL_MS : false,
  });
}
