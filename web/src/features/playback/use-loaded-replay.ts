import { useEffect, useRef } from "react";

import type { Playback } from "@/api/types";

import type { Renew } from "./permission";
import { useReplay } from "./replay-context";

export interface ToLoad {
  /** Undefined until it is there. */
  playback: Playback | undefined;
  renew: Renew;
  /** The second of the talk that a link points at. */
  atS: number | null;
}

/**
 * Loads what can be played, once: a renewed permission is for the same files, and must not stop the sound. What is
 * ready only later is offered.
 */
export function useLoadedReplay({ playback, renew, atS }: ToLoad): void {
  const replay = useReplay();
  const isThere = playback !== undefined;
  useEffect(() => {
    if (playback !== undefined && replay.state().phase === "none") {
      void replay.load(playback, { renew, atS });
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only that it is there counts, not what is asked anew
  }, [replay, isThere]);
  const attempts = playback?.parts.map(({ attempt }) => attempt).join();
  const loaded = useRef(attempts);
  useEffect(() => {
    if (playback !== undefined && loaded.current !== undefined && loaded.current !== attempts) {
      replay.offer(playback.parts);
    }
    loaded.current = attempts;
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only which recordings there are counts
  }, [replay, attempts]);
  useEffect(() => {
    // Another link to the same talk was followed.
    if (atS !== null && replay.state().phase === "ready") {
      replay.seek(atS);
    }
  }, [replay, atS]);
}
