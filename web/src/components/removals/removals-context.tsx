/** Hands the removals to the lists and to the notice; renders when one begins, ends or fails. */
import { createContext, use, useSyncExternalStore, type ReactNode } from "react";

import type { Removal, RemovalKind, Removals } from "./removals";

const RemovalsContext = createContext<Removals | null>(null);

export function RemovalsProvider({ removals, children }: { removals: Removals; children: ReactNode }) {
  return <RemovalsContext value={removals}>{children}</RemovalsContext>;
}

export function useRemovals(): Removals {
  const removals = use(RemovalsContext);
  if (removals === null) {
    throw new Error("useRemovals needs a RemovalsProvider above it");
  }
  return removals;
}

export function useAllRemovals(): readonly Removal[] {
  const removals = useRemovals();
  return useSyncExternalStore(removals.subscribe, removals.all);
}

/** The ids of one kind that lists no longer show. */
export function useRemoved(kind: RemovalKind): ReadonlySet<string> {
  const removals = useAllRemovals();
  return new Set(removals.filter((one) => one.kind === kind && one.state !== "failed").map(({ id }) => id));
}
