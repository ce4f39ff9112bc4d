/** A value that changes, and tells whoever listens; not when a change says nothing new. */
export class Store<T extends object> {
  readonly #listeners = new Set<() => void>();
  #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  readonly get = (): T => this.#value;

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  set(change: Partial<T>): void {
    const next = { ...this.#value, ...change };
    const names = Object.keys(change) as (keyof T)[];
    if (names.some((name) => next[name] !== this.#value[name])) {
      this.#value = next;
      for (const changed of this.#listeners) {
        changed();
      }
    }
  }
}
