/** Looks up, a moment after the agent has stopped speaking, whether it was interrupted. */
import type { Message } from "@/api/types";

/** The agent writes a message when it is over; this leaves time for the write. */
export const WRITTEN_AFTER_MS = 1_500;

export type ReadRecord = (sessionId: string) => Promise<Message[]>;

export class RecordWatch {
  readonly #read: () => Promise<Message[]>;
  readonly #tell: (record: Message[]) => void;
  #soon: ReturnType<typeof setTimeout> | undefined;

  constructor(read: () => Promise<Message[]>, tell: (record: Message[]) => void) {
    this.#read = read;
    this.#tell = tell;
  }

  /** Several lines that end within the wait are looked up together. */
  lineEnded(): void {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => void this.#look(), WRITTEN_AFTER_MS);
  }

  stop(): void {
    clearTimeout(this.#soon);
  }

  async #look(): Promise<void> {
    try {
      this.#tell(await this.#read());
    } catch {
      // The mark stays away until the next look, or until the talk is read in the history.
    }
  }
}
