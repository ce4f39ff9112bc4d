/** The room one is in: opened by a click before its page shows, found by the page, left with it. */
import { keepMute } from "./kept-mute";
import type { LiveRoom, Surroundings } from "./live-room";
import type { ReadRecord } from "./record-watch";
import type { OpenWire } from "./wire/wire";

/** Whoever asks for a pass to a talk whose agent is gone calls another one into it. */
export type CallAgent = (sessionId: string) => Promise<unknown>;
/** Whoever opens a room has its code; nobody else needs it. */
export type MakeRoom = (surroundings: Surroundings) => LiveRoom;

export interface RoomsOptions {
  openWire: OpenWire;
  readRecord: ReadRecord;
  callAgent: CallAgent;
  /** By the secret of their invitation: a talk may go on among guests alone. */
  callAgentAsGuest: CallAgent;
}

export class Rooms {
  readonly #openWire: OpenWire;
  readonly #readRecord: ReadRecord;
  readonly #callAgent: CallAgent;
  readonly #callAgentAsGuest: CallAgent;
  readonly #listeners = new Set<() => void>();
  #current: { sessionId: string; room: LiveRoom } | null = null;

  constructor({ openWire, readRecord, callAgent, callAgentAsGuest }: RoomsOptions) {
    this.#openWire = openWire;
    this.#readRecord = readRecord;
    this.#callAgent = callAgent;
    this.#callAgentAsGuest = callAgentAsGuest;
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

  /** A guest reads no record. */
  openAsGuest(secret: string, make: MakeRoom): void {
    this.leave();
    const room = make({
      openWire: this.#openWire,
      readRecord: () => Promise.resolve([]),
      callAgent: () => this.#callAgentAsGuest(secret),
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
