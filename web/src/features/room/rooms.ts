/** The room one is in: opened by a click before its page shows, found by the page, left with it. */
import { keepMute } from "./kept-mute";
import type { LiveRoom, Surroundings } from "./live-room";
import type { ReadRecord } from "./record-watch";
import type { OpenWire } from "./wire/wire";

/** Whoever asks for a pass to a talk whose agent is gone calls another one into it. */
export type CallAgent = (sessionId: string) => Promise<unknown>;
/** Whoever opens a room has its code; nobody else needs it. */
export type MakeRoom = (surroundings: Surroundings) => LiveRoom;

export class Rooms {
  readonly #openWire: OpenWire;
  readonly #readRecord: ReadRecord;
  readonly #callAgent: CallAgent;
  readonly #listeners = new Set<() => void>();
  #current: { sessionId: string; room: LiveRoom } | null = null;

  constructor({ openWire, readRecord, callAgent }: { openWire: OpenWire; readRecord: ReadRecord; callAgent: CallAgent }) {
    this.#openWire = openWire;
    this.#readRecord = readRecord;
    this.#callAgent = callAgent;
  }

  open(sessionId: string, make: MakeRoom): void {
    this.leave();
    const room = make({
      openWire: this.#openWire,
      readRecord: () => this.#readRecord(sessionId),
      callAgent: () => this.#callAgent(sessionId),
    });
    room.subscribe(() => { keepMute(sessionId, room.state().microphone); });
    this.#become({ sessionId, room });
  }

  /** A guest reads no record, and calls nobody: their pass did, where it was needed. */
  openAsGuest(secret: string, make: MakeRoom): void {
    this.leave();
    const room = make({
      openWire: this.#openWire,
      readRecord: () => Promise.resolve([]),
      callAgent: () => Promise.resolve(),
    });
    room.subscribe(() => { keepMute(secret, room.state().microphone); });
    this.#become({ sessionId: secret, room });
  }

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  find(sessionId: string): LiveRoom | null {
    return this.#current?.sessionId === sessionId ? this.#current.room : null;
  }

  readonly isInside = (): boolean => this.#current !== null;

  leave(): void {
    void this.#current?.room.leave();
    this.#become(null);
  }

  #become(current: { sessionId: string; room: LiveRoom } | null): void {
    this.#current = current;
    for (const changed of this.#listeners) {
      changed();
    }
  }
}
