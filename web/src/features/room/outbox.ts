/** Sends typed lines one after the other, so that they arrive in the order in which they were typed. */
import type { Line, Unsent } from "./state/transcript";

interface OutboxOptions {
  /** The line whose turn it is; undefined while there is none, or nobody listens. */
  next: () => Line | undefined;
  send: (line: Pick<Line, "id" | "text">) => Promise<void>;
  tell: (id: string, unsent: Unsent | null) => void;
}

export class Outbox {
  readonly #options: OutboxOptions;
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
    try {
      await send({ id, text });
      tell(id, null);
    } catch {
      tell(id, "failed");
    }
  }
}
