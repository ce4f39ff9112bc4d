import { useQuery } from "@tanstack/react-query";

import { useApi } from "@/api/api-context";
import { body, type Api } from "@/api/client";

import { playbackKeys } from "./playback-keys";
import type { Playback } from "@/api/types";

/** So long before the permission runs out a new one is fetched. */
const AHEAD_MS = 60_000;
const SOONEST_MS = 10_000;
/** Browsers take a longer wait for none at all. */
const LATEST_MS = 3_600_000;

/** Gives the browser the cookies that open this talk's files, and says where they are. */
export async function openPlayback(api: Api, sessionId: string): Promise<Playback> {
  const path = { session_id: sessionId };
  return withSignedFiles(body(await api.POST("/api/sessions/{session_id}/playback", { params: { path } })));
}

/** All that the page reads itself needs no cookies either; small pictures are signed where they are shown. */
export function withSignedFiles(playback: Playback): Playback {
  const signed = (url: string) => `${url}?${playback.signed_query}`;
  const signedIfThere = (url: string | null) => (url === null ? null : signed(url));
  const parts = playback.parts.map((part) => ({
    ...part,
    peaks_url: signed(part.peaks_url),
    captions_url: signedIfThere(part.captions_url),
    mix_url: signedIfThere(part.mix_url),
    dual_url: signedIfThere(part.dual_url),
    sprite_url: signedIfThere(part.sprite_url),
    poster_url: signedIfThere(part.poster_url),
  }));
  return { ...playback, parts };
}

/** Asked again before it expires, also in a hidden tab: sound goes on there. */
export function usePlayback(sessionId: string, { ready }: { ready: boolean }) {
  const api = useApi();
  return useQuery({
    queryKey: playbackKeys.playback(sessionId),
    queryFn: () => openPlayback(api, sessionId),
    enabled: ready,
    staleTime: Infinity,
    // The cookies are the browser's: what another page load has asked for is not this one's.
    gcTime: 0,
    refetchInterval: ({ state }) => (state.data === undefined ? false : renewInMs(state.data.expires_at, Date.now())),
    refetchIntervalInBackground: true,
  });
}

export function renewInMs(expiresAt: string, nowMs: number): number {
  return Math.min(LATEST_MS, Math.max(SOONEST_MS, Date.parse(expiresAt) - nowMs - AHEAD_MS));
}
