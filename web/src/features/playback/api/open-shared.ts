/** A talk behind a public link: what was said, and what plays it, in one answer. */
import { useQuery } from "@tanstack/react-query";

import { useApi } from "@/api/api-context";
import { body, isProblem, type Api } from "@/api/client";
import { NOT_FOUND } from "@/api/problem";
import type { SharedTalk } from "@/api/types";

import { renewInMs, withSignedFiles } from "./open-playback";
import { playbackKeys } from "./playback-keys";

/** A recording that was not ready may be when one comes back to the tab. */
const NOT_READY_MS = 30_000;

export async function openShared(api: Api, secret: string): Promise<SharedTalk> {
  const talk = body(await api.POST("/api/shared/{secret}/playback", { params: { path: { secret } } }));
  return { ...talk, playback: talk.playback && withSignedFiles(talk.playback) };
}

/** Asked again before the permission expires, like a talk of one's own; a link that has ended is not asked again. */
export function useSharedTalk(secret: string) {
  const api = useApi();
  return useQuery({
    queryKey: playbackKeys.shared(secret),
    queryFn: () => openShared(api, secret),
    staleTime: ({ state }) => (state.data?.playback === null ? NOT_READY_MS : Infinity),
    gcTime: 0,
    refetchInterval: ({ state: { data, error } }) =>
      data?.playback == null || hasEnded(error) ? false : renewInMs(data.playback.expires_at, Date.now()),
    refetchIntervalInBackground: true,
  });
}

/** Unknown, ended, taken back and deleted are told alike. */
export function hasEnded(error: unknown): boolean {
  return isProblem(error) && error.status === NOT_FOUND;
}
