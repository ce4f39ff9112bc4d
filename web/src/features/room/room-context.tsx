/** The room of this page. `useRoomState` re-renders only when what it selects changes. */
import { createContext, use, useSyncExternalStore, type ReactNode } from "react";

import type { LiveRoom } from "./live-room";
import type { RoomState } from "./state/room-state";

const RoomContext = createContext<LiveRoom | null>(null);

export function RoomProvider({ room, children }: { room: LiveRoom; children: ReactNode }) {
  return <RoomContext value={room}>{children}</RoomContext>;
}

export function useRoom(): LiveRoom {
  const room = use(RoomContext);
  if (room === null) {
    throw new Error("useRoom needs a RoomProvider above it");
  }
  return room;
}

/** `select` must answer a part of the state itself, not a new object. */
export function useRoomState<T>(select: (state: RoomState) => T): T {
  const room = useRoom();
  return useSyncExternalStore(room.subscribe, () => select(room.state()));
}

/** Nothing that is done in the room has an effect any more. */
export function useOver(): boolean {
  return useRoomState(({ connection }) => connection === "disconnected");
}
