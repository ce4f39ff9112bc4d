import { useSyncExternalStore } from "react";

import type { Heard } from "./heard";

export function useCanSeek(heard: Heard): boolean {
  return useSyncExternalStore(heard.subscribe, heard.canSeek);
}

/** The moment that is heard, in steps of a twentieth of a second: what is drawn by it moves evenly, and no oftener. */
export function useMomentS(heard: Heard): number | null {
  return useSyncExternalStore(heard.subscribe, () => {
    const momentS = heard.momentS();
    return momentS === null ? null : Math.round(momentS * STEPS) / STEPS;
  });
}

const STEPS = 20;
