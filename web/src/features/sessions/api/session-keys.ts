import type { HistoryFilter } from "../history-filter";

/** Where sessions lie in the query cache; written once, so that what is made stale is what was read. */
export const sessionKeys = {
  lists: ["sessions"],
  newest: (limit: number) => ["sessions", "newest", limit],
  history: (filter: HistoryFilter) => ["sessions", "history", filter],
  one: (id: string) => ["session", id],
  messages: (id: string) => ["session", id, "messages"],
} as const;
