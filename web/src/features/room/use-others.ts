import { useSyncExternalStore } from "react";

import type { LiveRoom } from "./live-room";

/** The identities of all others who are or were in this talk, in one word that changes with them; "" where there is nobody. */
export function useOthers(room: LiveRoom): string {
  return useSyncExternalStore(room.subscribe, () => othersIn(room));
}

function othersIn(room: LiveRoom): string {
  const { people, lines } = room.state();
  const here = people.filter(({ isMe }) => !isMe).map(({ identity }) => identity);
  const spoke = lines.flatMap(({ speaker }) => speaker ?? []);
  return [...new Set([...here, ...spoke])].toSorted().join(" ");
}
