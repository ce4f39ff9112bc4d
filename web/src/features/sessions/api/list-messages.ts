import { body, type Api } from "@/api/client";
import type { Message, MessagePage } from "@/api/types";

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
