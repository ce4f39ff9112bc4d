/** The people of a talk: who was invited, who came, and how they are called. */
import { useMutation, useQuery } from "@tanstack/react-query";

import { useApi } from "@/api/api-context";
import { body, type Api } from "@/api/client";
import type { GuestPass, Invitation, NewInvitation, Speaker } from "@/api/types";

/** Who comes later is called by their name within so much. */
const LOOK_AGAIN_MS = 5_000;

export interface Entering {
  label: string;
  consent: boolean;
}

export async function invite(api: Api, sessionId: string): Promise<NewInvitation> {
  const params = { path: { session_id: sessionId } };
  return body(await api.POST("/api/sessions/{session_id}/invitations", { params }));
}

export async function readInvitation(api: Api, secret: string): Promise<Invitation> {
  return body(await api.GET("/api/invitations/{secret}", { params: { path: { secret } } }));
}

export async function enter(api: Api, secret: string, { label, consent }: Entering): Promise<GuestPass> {
  return body(
    await api.POST("/api/invitations/{secret}/passes", {
      params: { path: { secret } },
      body: { label: label.trim() === "" ? null : label, recording_consent: consent },
    }),
  );
}

export function useInvite(sessionId: string) {
  const api = useApi();
  // What is kept of the answer holds the address: it goes with what shows it.
  return useMutation({ mutationFn: () => invite(api, sessionId), gcTime: 0 });
}

export function useInvitation(secret: string) {
  const api = useApi();
  return useQuery({ queryKey: ["invitation", secret], queryFn: () => readInvitation(api, secret), gcTime: 0 });
}

/** Of a talk that goes on they are asked for again and again, as soon as somebody else has spoken (`others`). */
export function useSpeakers(sessionId: string, live?: { others: boolean }): Speaker[] {
  const api = useApi();
  const { data } = useQuery({
    // Below the talk's own key, so that it is forgotten with its talk.
    queryKey: ["session", sessionId, "speakers"],
    queryFn: async ({ signal }) => {
      const params = { path: { session_id: sessionId } };
      return body(await api.GET("/api/sessions/{session_id}/speakers", { params, signal })).items;
    },
    enabled: live?.others ?? true,
    refetchInterval: live === undefined ? false : LOOK_AGAIN_MS,
  });
  return data ?? NOBODY;
}

/** As a guest sees them. */
export function useFellows(secret: string, wanted: boolean): Speaker[] {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ["invitation", secret, "speakers"],
    queryFn: async () => (await readInvitation(api, secret)).speakers.items,
    enabled: wanted,
    refetchInterval: LOOK_AGAIN_MS,
    gcTime: 0,
  });
  return data ?? NOBODY;
}

const NOBODY: Speaker[] = [];
