/** The links by which people without an account open a talk. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { useApi } from "@/api/api-context";
import { body, type Api } from "@/api/client";
import type { NewLink, SharedLink } from "@/api/types";

export interface MakeLink {
  sessionId: string;
  lastsH: number;
}

export interface RevokeLink {
  sessionId: string;
  linkId: string;
}

/** Below the talk's own key, so that it is forgotten with its talk. */
const linksKey = (sessionId: string) => ["session", sessionId, "links"];

export async function listLinks(api: Api, sessionId: string, signal: AbortSignal): Promise<SharedLink[]> {
  const params = { path: { session_id: sessionId } };
  return body(await api.GET("/api/sessions/{session_id}/links", { params, signal })).items;
}

/** The answer alone tells the address; nobody can ask for it again. */
export async function makeLink(api: Api, { sessionId, lastsH }: MakeLink): Promise<NewLink> {
  return body(
    await api.POST("/api/sessions/{session_id}/links", {
      params: { path: { session_id: sessionId } },
      body: { expires_in_h: lastsH },
    }),
  );
}

export async function revokeLink(api: Api, { sessionId, linkId }: RevokeLink): Promise<void> {
  await api.DELETE("/api/sessions/{session_id}/links/{link_id}", {
    params: { path: { session_id: sessionId, link_id: linkId } },
  });
}

export function useLinks(sessionId: string) {
  const api = useApi();
  return useQuery({ queryKey: linksKey(sessionId), queryFn: ({ signal }) => listLinks(api, sessionId, signal) });
}

export function useMakeLink(sessionId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (lastsH: number) => makeLink(api, { sessionId, lastsH }),
    // What is kept of the answer holds the address: it goes with the dialog.
    gcTime: 0,
    onSuccess: () => { void queries.invalidateQueries({ queryKey: linksKey(sessionId) }); },
  });
}

export function useRevokeLink(sessionId: string) {
  const api = useApi();
  const queries = useQueryClient();
  const queryKey = linksKey(sessionId);
  return useMutation({
    mutationFn: (linkId: string) => revokeLink(api, { sessionId, linkId }),
    onSuccess: async (_, linkId) => {
      await queries.cancelQueries({ queryKey });
      queries.setQueryData<SharedLink[]>(queryKey, (links) => links?.filter(({ id }) => id !== linkId));
    },
  });
}
