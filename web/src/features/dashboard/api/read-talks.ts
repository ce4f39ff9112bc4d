/** The talks of a time with their figures, page by page, however many. */
import { body, type Api } from "@/api/client";
import type { CountedTalk } from "@/api/types";

import type { DaysQuery } from "./days-query";

/** As the API has it. */
const PAGE_SIZE = 100;
/** One person may read so often in a quarter of an hour, and has other things to read, too. */
export const MOST_TALKS = 20_000;

export interface ReadTalks {
  query: DaysQuery;
  signal: AbortSignal;
  /** How many are there so far. */
  onRead: (talks: number) => void;
  most?: number;
}

export interface TalksRead {
  talks: CountedTalk[];
  /** False: there are more, older ones. */
  isWhole: boolean;
}

export async function readTalks(api: Api, { query, signal, onRead, most = MOST_TALKS }: ReadTalks): Promise<TalksRead> {
  const talks: CountedTalk[] = [];
  let cursor: string | null = null;
  do {
    const params: { query: DaysQuery & { limit: number; cursor?: string } } = {
      query: { ...query, limit: PAGE_SIZE, ...(cursor !== null && { cursor }) },
    };
    const page = body(await api.GET("/api/usage/talks", { params, signal }));
    talks.push(...page.items);
    onRead(talks.length);
    cursor = page.next_cursor;
  } while (cursor !== null && talks.length < most);
  return { talks, isWhole: cursor === null };
}
