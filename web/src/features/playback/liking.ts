/** How this person likes to hear a talk: applied to whatever plays, and kept for the next talk. */
import { applyHabits, rememberHabits, type Habits } from "./habits";
import { rateBeside, type ReplayState } from "./replay-state";
import type { Store } from "./store";

interface Applied {
  store: Store<ReplayState>;
  media: HTMLMediaElement;
  /** Captions cost a file, so they are loaded only where they are wanted. */
  loadCaptions: (wanted: boolean) => void;
}

export class Liking {
  readonly #store: Store<ReplayState>;
  readonly #media: HTMLMediaElement;
  readonly #loadCaptions: (wanted: boolean) => void;

  constructor({ store, media, loadCaptions }: Applied) {
    this.#store = store;
    this.#media = media;
    this.#loadCaptions = loadCaptions;
  }

  setRate(rate: number): void {
    this.#keep({ rate });
  }

  changeRate(by: 1 | -1): void {
    this.#keep({ rate: rateBeside(this.#store.get().rate, by) });
  }

  setVolume(volume: number): void {
    this.#keep({ volume: Math.min(1, Math.max(0, volume)), muted: false });
  }

  toggleMute(): void {
    this.#keep({ muted: !this.#store.get().muted });
  }

  toggleCaptions(): void {
    this.#store.set({ caption: null });
    this.#keep({ captions: !this.#store.get().captions });
  }

  apply(): void {
    applyHabits(this.#media, this.#store.get());
    this.#loadCaptions(this.#store.get().captions);
  }

  #keep(change: Partial<Habits>): void {
    this.#store.set(change);
    this.apply();
    rememberHabits(this.#store.get());
  }
}
