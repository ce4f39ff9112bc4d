import { useEffect } from "react";

import type { Playback, Recording } from "@/api/types";

interface OpenPlayback {
  data: Playback | undefined;
  refetch: () => Promise<unknown>;
}

/** A picture is ready later than the sound: the page hears of it where it asks how the recording stands. */
export function useWhatBecameReady(recording: Recording | undefined, { data, refetch }: OpenPlayback): void {
  const ready = recording?.parts.filter(({ status }) => status === "ready").length ?? 0;
  const open = data?.parts.length;
  useEffect(() => {
    if (open !== undefined && ready > open) {
      void refetch();
    }
    // Not when the answer comes: one that still lacks it would be asked for again without end.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [ready]);
}
