import type { QueryClient } from "@tanstack/react-query";

import type { Api } from "@/api/client";

import { sessionKeys } from "./session-keys";

/** Forgets a talk: what was said, and what was recorded of it. */
export async function deleteSession(api: Api, id: string): Promise<void> {
  await api.DELETE("/api/sessions/{session_id}", { params: { path: { session_id: id } } });
}

/** Deletes it, and what this page knows of it. */
export async function forget({ api, queries }: { api: Api; queries: QueryClient }, id: string): Promise<void> {
  await deleteSession(api, id);
  queries.removeQueries({ queryKey: sessionKeys.one(id) });
  await queries.invalidateQueries({ queryKey: sessionKeys.lists });
}
