/** Signs of life of the agents in the room: one that falls silent is missed in seconds, long before the server does. */
import { ConnectionState, RoomEvent, type Participant, type Room } from "livekit-client";

const BEAT_TOPIC = "echosphere.beat";
/** Beats come twice a second, and each may be lost on its way. */
export const BEAT_PATIENCE_MS = 2_000;
/** A clock that is late by as much stood still: the page slept, and so did what it would have heard. */
const STOOD_STILL_MS = 1_000;

export class Beats {
  readonly #room: Room;
  readonly #changed: () => void;
  readonly #waits = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #silent = new Set<string>();

  constructor(room: Room, changed: () => void) {
    this.#room = room;
    this.#changed = changed;
    room
      .on(RoomEvent.DataReceived, (_payload, participant, _kind, topic) => {
        if (topic === BEAT_TOPIC && participant !== undefined) {
          this.#hear(participant.identity);
        }
      })
      // Without a connection of its own the page hears nobody.
      .on(RoomEvent.Reconnected, () => { this.#forgive(); })
      .on(RoomEvent.ParticipantDisconnected, ({ identity }) => { this.#forget(identity); })
      .on(RoomEvent.Disconnected, () => { this.#forgetAll(); });
  }

  /** Once it has been heard: an agent that comes is not missed before it has begun. */
  isSilent({ identity }: Participant): boolean {
    return this.#silent.has(identity);
  }

  #hear(identity: string): void {
    this.#wait(identity);
    if (this.#silent.delete(identity)) {
      this.#changed();
    }
  }

  #wait(identity: string): void {
    clearTimeout(this.#waits.get(identity));
    const dueAtMs = performance.now() + BEAT_PATIENCE_MS;
    this.#waits.set(identity, setTimeout(() => { this.#miss(identity, dueAtMs); }, BEAT_PATIENCE_MS));
  }

  #miss(identity: string, dueAtMs: number): void {
    if (this.#room.state !== ConnectionState.Connected || performance.now() - dueAtMs > STOOD_STILL_MS) {
      this.#wait(identity);
      return;
    }
    this.#silent.add(identity);
    this.#changed();
  }

  #forgive(): void {
    for (const identity of [...this.#waits.keys()]) {
      this.#hear(identity);
    }
  }

  #forget(identity: string): void {
    clearTimeout(this.#waits.get(identity));
    this.#waits.delete(identity);
    this.#silent.delete(identity);
  }

  #forgetAll(): void {
    for (const identity of [...this.#waits.keys()]) {
      this.#forget(identity);
    }
  }
}
