/** Talks on their way out: each waits a moment for a change of mind, on whatever page one is by then. */

/** How long one can take it back. */
export const UNDO_MS = 5_000;

export type RemovalState = "waiting" | "gone" | "failed";

export interface Removal {
  sessionId: string;
  state: RemovalState;
}

export class Removals {
  readonly #remove: (sessionId: string) => Promise<void>;
  readonly #listeners = new Set<() => void>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #removals: readonly Removal[] = [];

  constructor(remove: (sessionId: string) => Promise<void>) {
    this.#remove = remove;
  }

  readonly all = (): readonly Removal[] => this.#removals;

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  begin(sessionId: string): void {
    this.#tell(sessionId, "waiting");
    this.#timers.set(sessionId, setTimeout(() => void this.#finish(sessionId), UNDO_MS));
  }

  /** Takes it back, or puts a failure away. */
  undo(sessionId: string): void {
    this.#stopTimer(sessionId);
    this.#tell(sessionId, null);
  }

  /** The page is left: what was to be forgotten is not kept because nobody waited for it. */
  finishAll(): void {
    for (const sessionId of this.#timers.keys()) {
      void this.#finish(sessionId);
    }
  }

  async #finish(sessionId: string): Promise<void> {
    this.#stopTimer(sessionId);
    this.#tell(sessionId, "gone");
    try {
      await this.#remove(sessionId);
    } catch {
      this.#tell(sessionId, "failed");
    }
  }

  #stopTimer(sessionId: string): void {
    clearTimeout(this.#timers.get(sessionId));
    this.#timers.delete(sessionId);
  }

  #tell(sessionId: string, state: RemovalState | null): void {
    const others = this.#removals.filter((removal) => removal.sessionId !== sessionId);
    this.#removals = state === null ? others : [...others, { sessionId, state }];
    for (const changed of this.#listeners) {
      changed();
    }
  }
}
