import { useQueries } from "@tanstack/react-query";

import { problemFrom } from "@/api/problem";

import { peaksSchema, type Peaks } from "../timeline/bars";
import { playbackKeys } from "./playback-keys";
import { fileOf } from "./signed-address";
import type { PlaybackPart } from "@/api/types";

export async function readPeaks(url: string, signal: AbortSignal): Promise<Peaks> {
  const response = await fetch(url, { signal });
  if (!response.ok) {
    throw await problemFrom(response);
  }
  return peaksSchema.parse(await response.json());
}

/** By the number of the attempt. What cannot be read is drawn flat; one can still seek on it. */
export function usePeaks(parts: readonly PlaybackPart[]): ReadonlyMap<number, Peaks> {
  return useQueries({
    queries: parts.map(({ peaks_url: url }) => ({
      queryKey: playbackKeys.peaks(fileOf(url)),
      queryFn: ({ signal }: { signal: AbortSignal }) => readPeaks(url, signal),
      staleTime: Infinity,
    })),
    combine: (answers) =>
      new Map(
        parts.flatMap(({ attempt }, index) => {
          const peaks = answers[index]?.data;
          return peaks === undefined ? [] : [[attempt, peaks] as const];
        }),
      ),
  });
}
