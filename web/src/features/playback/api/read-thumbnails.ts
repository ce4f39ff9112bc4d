import { useQueries } from "@tanstack/react-query";

import { thumbnailsOf, type Thumbnail } from "../timeline/thumbnails";
import { playbackKeys } from "./playback-keys";
import type { PlaybackPart } from "@/api/types";

/** Beside the master playlist of a recording with a picture. */
const SHEETS = "sprite.vtt";

/** None where there are none: they are a help, and no part of the replay. */
export async function readThumbnails({ master_url, offset_s }: PlaybackPart, signal: AbortSignal): Promise<Thumbnail[]> {
  const vttUrl = new URL(SHEETS, new URL(master_url, window.location.href)).href;
  const response = await fetch(vttUrl, { signal });
  return response.ok ? thumbnailsOf(await response.text(), { vttUrl, offsetS: offset_s }) : [];
}

export function useThumbnails(parts: readonly PlaybackPart[]): Thumbnail[] {
  const pictures = parts.filter(({ kind }) => kind === "video");
  return useQueries({
    queries: pictures.map((part) => ({
      queryKey: playbackKeys.thumbnails(part.master_url),
      queryFn: ({ signal }: { signal: AbortSignal }) => readThumbnails(part, signal),
      staleTime: Infinity,
    })),
    combine: (answers) => answers.flatMap(({ data }) => data ?? []),
  });
}
