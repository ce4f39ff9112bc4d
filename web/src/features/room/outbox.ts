/** Sends typed lines one after the other, so that they arrive in the order in which they were typed. */
import type { Line, Unsent } from "./state/transcript";

/** A broken connection may take a minute to come back; what has not come by then is said not to have been sent. */
export const GIVE_UP_MS = 60_000;
const AGAIN_MS = 500;

interface OutboxOptions {
  /** The line whose turn it is; undefined while there is none, or nobody listens. */
  next: () => Line | undefined;
  send: (line: Pick<Line, "id" | "text">) => Promise<void>;
  tell: (id: string, unsent: Unsent | null) => void;
}

export class Outbox {
  readonly #options: OutboxOptions;
  /** When each line that is on its way was sent for the first time. */
  readonly #since = new Map<string, number>();
  #sending = false;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /** May be called as often as one likes: one round runs at a time. */
  async empty(): Promise<void> {
    if (this.#sending) {
      return;
    }
    this.#sending = true;
    for (let line = this.#options.next(); line !== undefined; line = this.#options.next()) {
      await this.#send(line);
    }
    this.#sending = false;
  }

  async #send({ id, text }: Line): Promise<void> {
    const { send, tell } = this.#options;
    tell(id, "sending");
    const since = this.#since.get(id) ?? Date.now();
    this.#since.set(id, since);
    try {
      await send({ id, text });
    } catch {
      if (Date.now() - since < GIVE_UP_MS) {
        await new Promise((later) => setTimeout(later, AGAIN_MS));
        // Sent again when its turn comes: to the agent that is there then.
        tell(id, "waiting");
        return;
      }
      this.#since.delete(id);
      tell(id, "failed");
      return;
    }
    this.#since.delete(id);
    tell(id, null);
  }
}
