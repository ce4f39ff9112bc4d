/** The replay of this page. `useReplayState` re-renders only when what it selects changes. */
import { createContext, use, useSyncExternalStore, type ReactNode } from "react";

import type { Replay } from "./replay";
import type { ReplayState } from "./replay-state";

const ReplayContext = createContext<Replay | null>(null);

export function ReplayProvider({ replay, children }: { replay: Replay; children: ReactNode }) {
  return <ReplayContext value={replay}>{children}</ReplayContext>;
}

export function useReplay(): Replay {
  const replay = use(ReplayContext);
  if (replay === null) {
    throw new Error("useReplay needs a ReplayProvider above it");
  }
  return replay;
}

/** `select` must answer a part of the state itself, not a new object. */
export function useReplayState<T>(select: (state: ReplayState) => T): T {
  const replay = useReplay();
  return useSyncExternalStore(replay.subscribe, () => select(replay.state()));
}
