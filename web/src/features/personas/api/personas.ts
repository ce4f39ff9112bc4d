/** The personas of the workspace. */
import { useMutation, useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";

import { useApi } from "@/api/api-context";
import { body, type Api } from "@/api/client";
import type { Persona, PersonaDraft } from "@/api/types";

/** As many as the API gives at once. */
const PAGE_SIZE = 100;
const PERSONAS = ["personas"];

/** All of them, in the order in which they were made; one chooses among them, so a page is not enough. */
export async function listPersonas(api: Api, signal: AbortSignal): Promise<Persona[]> {
  const personas: Persona[] = [];
  let cursor: string | null = null;
  do {
    const query: { limit: number; cursor?: string } = cursor === null ? { limit: PAGE_SIZE } : { limit: PAGE_SIZE, cursor };
    const page: { items: Persona[]; next_cursor: string | null } = body(
      await api.GET("/api/personas", { params: { query }, signal }),
    );
    personas.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor !== null);
  return personas;
}

export interface SavePersona {
  /** None: a new one. */
  id: string | null;
  draft: PersonaDraft;
  idempotencyKey: string;
}

export async function savePersona(api: Api, { id, draft, idempotencyKey }: SavePersona): Promise<Persona> {
  if (id === null) {
    const params = { header: { "idempotency-key": idempotencyKey } };
    return body(await api.POST("/api/personas", { params, body: draft }));
  }
  return body(await api.PUT("/api/personas/{persona_id}", { params: { path: { persona_id: id } }, body: draft }));
}

/** Deletes it for good; its talks stay. */
export async function forgetPersona({ api, queries }: { api: Api; queries: QueryClient }, id: string): Promise<void> {
  await api.DELETE("/api/personas/{persona_id}", { params: { path: { persona_id: id } } });
  await queries.invalidateQueries({ queryKey: PERSONAS });
}

export function usePersonas() {
  const api = useApi();
  return useQuery({ queryKey: PERSONAS, queryFn: ({ signal }) => listPersonas(api, signal) });
}

export function useSavePersona() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: SavePersona) => savePersona(api, input),
    onSuccess: () => queries.invalidateQueries({ queryKey: PERSONAS }),
  });
}
