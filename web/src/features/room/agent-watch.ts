/** Watches for an agent that is missing: tells so after a while, and asks for one until it is there. */
import { isHere, type RoomState } from "./state/room-state";

/** An agent that is not there by then is said to be missing: a cold one takes about half as long. */
export const AGENT_PATIENCE_MS = 10_000;
/** A call sends the dead one out and brings another, in some two seconds; one may find that it is only slow. */
export const CALL_AGAIN_MS = 5_000;
/** After a minute of that, so that the limit of the API (100 in 15 min) is not used up. */
const CALL_SELDOM_MS = 30_000;
const QUICK_CALLS = 12;

export class AgentWatch {
  readonly #call: () => Promise<unknown>;
  readonly #tellLate: () => void;
  #isMissing = false;
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
      this.#callIn(agent === "lost" ? 0 : AGENT_PATIENCE_MS);
    }
  }

  stop(): void {
    this.#isMissing = false;
    clearTimeout(this.#patience);
    clearTimeout(this.#calling);
  }

  #callIn(ms: number, calls = 1): void {
    this.#calling = setTimeout(() => {
      // What stays away may come with the next call; a talk that is over closes its room.
      this.#call().catch(() => undefined);
      this.#callIn(calls < QUICK_CALLS ? CALL_AGAIN_MS : CALL_SELDOM_MS, calls + 1);
    }, ms);
  }
}
