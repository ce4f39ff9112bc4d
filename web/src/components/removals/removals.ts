/** Things on their way out: each waits a moment for a change of mind, on whatever page one is by then. */

/** How long one can take it back. */
export const UNDO_MS = 5_000;

export type RemovalKind = "session" | "persona";
export type RemovalState = "waiting" | "gone" | "failed";

/** What goes. */
export interface Removable {
  kind: RemovalKind;
  id: string;
}

export interface Removal extends Removable {
  state: RemovalState;
}

/** How each kind of thing is deleted for good. */
export type Remove = Record<RemovalKind, (id: string) => Promise<void>>;

export class Removals {
  readonly #remove: Remove;
  readonly #listeners = new Set<() => void>();
  readonly #timers = new Map<string, { removable: Removable; timer: ReturnType<typeof setTimeout> }>();
  #removals: readonly Removal[] = [];

  constructor(remove: Remove) {
    this.#remove = remove;
  }

  readonly all = (): readonly Removal[] => this.#removals;

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  begin(removable: Removable): void {
    this.#tell(removable, "waiting");
    const timer = setTimeout(() => void this.#finish(removable), UNDO_MS);
    this.#timers.set(keyOf(removable), { removable, timer });
  }

  /** Takes it back, or puts a failure away. */
  undo(removable: Removable): void {
    this.#stopTimer(removable);
    this.#tell(removable, null);
  }

  /** The page is left: what was to be forgotten is not kept because nobody waited for it. */
  finishAll(): void {
    for (const { removable } of this.#timers.values()) {
      void this.#finish(removable);
    }
  }

  async #finish(removable: Removable): Promise<void> {
    this.#stopTimer(removable);
    this.#tell(removable, "gone");
    try {
      await this.#remove[removable.kind](removable.id);
    } catch {
      this.#tell(removable, "failed");
    }
  }

  #stopTimer(removable: Removable): void {
    const key = keyOf(removable);
    clearTimeout(this.#timers.get(key)?.timer);
    this.#timers.delete(key);
  }

  #tell({ kind, id }: Removable, state: RemovalState | null): void {
    const others = this.#removals.filter((removal) => keyOf(removal) !== keyOf({ kind, id }));
    this.#removals = state === null ? others : [...others, { kind, id, state }];
    for (const changed of this.#listeners) {
      changed();
    }
  }
}

function keyOf({ kind, id }: Removable): string {
  return `${kind} ${id}`;
}
