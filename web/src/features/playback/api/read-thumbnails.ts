import { useQueries } from "@tanstack/react-query";

import { thumbnailsOf, type Thumbnail } from "../timeline/thumbnails";
import { playbackKeys } from "./playback-keys";
import { fileOf } from "./signed-address";
import type { PlaybackPart } from "@/api/types";

interface Track {
  url: string;
  offsetS: number;
}

/** None where there are none: they are a help, and no part of the replay. */
export async function readThumbnails({ url, offsetS }: Track, signal: AbortSignal): Promise<Thumbnail[]> {
  const response = await fetch(url, { signal });
  const vttUrl = new URL(fileOf(url), window.location.href).href;
  return response.ok ? thumbnailsOf(await response.text(), { vttUrl, offsetS }) : [];
}

/** Sheets carry the permission of now, not that of when their track was read. */
export function useThumbnails(parts: readonly PlaybackPart[]): Thumbnail[] {
  const tracks = parts.flatMap(({ sprite_url: url, offset_s: offsetS }) => (url === null ? [] : [{ url, offsetS }]));
  return useQueries({
    queries: tracks.map((track) => ({
      queryKey: playbackKeys.thumbnails(fileOf(track.url)),
      queryFn: ({ signal }: { signal: AbortSignal }) => readThumbnails(track, signal),
      staleTime: Infinity,
    })),
    combine: (answers) =>
      answers.flatMap(({ data = [] }, index) => {
        const { search } = new URL(tracks[index]?.url ?? "", window.location.href);
        return data.map((thumbnail) => ({ ...thumbnail, url: thumbnail.url + search }));
      }),
  });
}
