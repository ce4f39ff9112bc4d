/** Watches for an agent that is missing: tells so after a while, and asks for one until it is there. */
import { isHere, type RoomState } from "./state/room-state";

/** An agent that is not there by then is said to be missing: a cold one takes about half as long. */
export const AGENT_PATIENCE_MS = 10_000;
/** A call sends the dead one out and brings another, in some two seconds; one may find that it is only slow. */
export const CALL_AGAIN_MS = 5_000;
/** Where four did not help, nobody is free: each next one waits longer, so that who waits does not add to the crowd. */
const QUICK_CALLS = 4;
const CALL_LATER = 1.5;
const CALL_SELDOM_MS = 30_000;
/** So long after a call the next ones are quick again. */
const FORGIVEN_MS = 120_000;

export class AgentWatch {
  readonly #call: () => Promise<unknown>;
  readonly #tellLate: () => void;
  #isMissing = false;
  #calls = 0;
  #calledAtMs = Number.NEGATIVE_INFINITY;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #calling: ReturnType<typeof setTimeout> | undefined;

  constructor({ call, tellLate }: { call: () => Promise<unknown>; tellLate: () => void }) {
    this.#call = call;
    this.#tellLate = tellLate;
  }

  follow({ connection, agent }: RoomState): void {
    const isMissing = connection === "connected" && !isHere(agent);
    if (isMissing === this.#isMissing) {
      return;
    }
    this.stop();
    this.#isMissing = isMissing;
    if (isMissing) {
      this.#patience = setTimeout(this.#tellLate, AGENT_PATIENCE_MS);
      // Called when the room was made, the first one is on its way.
      this.#callIn(agent === "lost" ? this.#untilNextMs() : AGENT_PATIENCE_MS);
    }
  }

  stop(): void {
    this.#isMissing = false;
    clearTimeout(this.#patience);
    clearTimeout(this.#calling);
  }

  /** None while it has not called; an agent that comes and goes with a poor connection is not called each time. */
  #untilNextMs(): number {
    const sinceMs = performance.now() - this.#calledAtMs;
    if (sinceMs > FORGIVEN_MS) {
      this.#calls = 0;
    }
    const waitMs = CALL_AGAIN_MS * CALL_LATER ** Math.max(0, this.#calls - QUICK_CALLS);
    return Math.max(0, Math.min(waitMs, CALL_SELDOM_MS) - sinceMs);
  }

  #callIn(ms: number): void {
    this.#calling = setTimeout(() => {
      this.#calls += 1;
      this.#calledAtMs = performance.now();
      // What stays away may come with the next call; a talk that is over closes its room.
      this.#call().catch(() => undefined);
      this.#callIn(this.#untilNextMs());
    }, ms);
  }
}
