/** The people of a talk: who was invited, who came, and how they are called. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { useApi } from "@/api/api-context";
import { body, type Api } from "@/api/client";
import type { GuestPass, Invitation, NewInvitation, SharedLink, Speaker } from "@/api/types";

export interface Entering {
  label: string;
  consent: boolean;
  /** Of who comes back. */
  key?: string | undefined;
}

const invitationsKey = (sessionId: string) => ["session", sessionId, "invitations"];

export async function invite(api: Api, sessionId: string): Promise<NewInvitation> {
  const params = { path: { session_id: sessionId } };
  return body(await api.POST("/api/sessions/{session_id}/invitations", { params }));
}

export async function readInvitation(api: Api, secret: string): Promise<Invitation> {
  return body(await api.GET("/api/invitations/{secret}", { params: { path: { secret } } }));
}

export async function listInvitations(api: Api, sessionId: string, signal: AbortSignal): Promise<SharedLink[]> {
  const params = { path: { session_id: sessionId } };
  return body(await api.GET("/api/sessions/{session_id}/invitations", { params, signal })).items;
}

export async function revokeInvitation(api: Api, sessionId: string, id: string): Promise<void> {
  const params = { path: { session_id: sessionId, invitation_id: id } };
  await api.DELETE("/api/sessions/{session_id}/invitations/{invitation_id}", { params });
}

export async function removeGuest(api: Api, sessionId: string, identity: string): Promise<void> {
  const params = { path: { session_id: sessionId, identity } };
  await api.DELETE("/api/sessions/{session_id}/speakers/{identity}", { params });
}

export async function enter(api: Api, secret: string, { label, consent, key }: Entering): Promise<GuestPass> {
  return body(
    await api.POST("/api/invitations/{secret}/passes", {
      params: { path: { secret } },
      body: { label: label.trim() === "" ? null : label, recording_consent: consent, guest_key: key ?? null },
    }),
  );
}

export function useInvite(sessionId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => invite(api, sessionId),
    // What is kept of the answer holds the address: it goes with what shows it.
    gcTime: 0,
    onSuccess: () => queries.invalidateQueries({ queryKey: invitationsKey(sessionId) }),
  });
}

/** Those by which people come in, without their addresses. */
export function useInvitations(sessionId: string, { wanted }: { wanted: boolean }): SharedLink[] {
  const api = useApi();
  const { data } = useQuery({
    queryKey: invitationsKey(sessionId),
    queryFn: ({ signal }) => listInvitations(api, sessionId, signal),
    enabled: wanted,
  });
  return data ?? NO_INVITATIONS;
}

export function useRevokeInvitation(sessionId: string) {
  const api = useApi();
  const queries = useQueryClient();
  const queryKey = invitationsKey(sessionId);
  return useMutation({
    mutationFn: (id: string) => revokeInvitation(api, sessionId, id),
    onSuccess: async (_, taken) => {
      await queries.cancelQueries({ queryKey });
      queries.setQueryData<SharedLink[]>(queryKey, (stand) => stand?.filter(({ id }) => id !== taken));
    },
  });
}

export function useRemoveGuest(sessionId: string) {
  const api = useApi();
  return useMutation({ mutationFn: (identity: string) => removeGuest(api, sessionId, identity) });
}

export function useInvitation(secret: string) {
  const api = useApi();
  return useQuery({ queryKey: ["invitation", secret], queryFn: () => readInvitation(api, secret), gcTime: 0 });
}

/** Of a talk that goes on: of which others one wants to know (see `useOthers`); asked anew whenever they change. */
export function useSpeakers(sessionId: string, others?: string): Speaker[] {
  const api = useApi();
  const { data } = useQuery({
    // Below the talk's own key, so that it is forgotten with its talk.
    queryKey: ["session", sessionId, "speakers", others],
    queryFn: async ({ signal }) => {
      const params = { path: { session_id: sessionId } };
      return body(await api.GET("/api/sessions/{session_id}/speakers", { params, signal })).items;
    },
    enabled: others !== "",
    placeholderData: keepPreviousData,
  });
  return data ?? NOBODY;
}

/** As a guest sees them. */
export function useFellows(secret: string, others: string): Speaker[] {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ["invitation", secret, "speakers", others],
    queryFn: async () => (await readInvitation(api, secret)).speakers.items,
    enabled: others !== "",
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  return data ?? NOBODY;
}

const NOBODY: Speaker[] = [];
const NO_INVITATIONS: SharedLink[] = [];
