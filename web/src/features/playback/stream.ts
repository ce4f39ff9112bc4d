/** What fills the media element: one engine for all recordings of a talk, and the permission that opens them. */
import type { PlaybackPart } from "@/api/types";

import type { Engine, EngineEvent, OpenEngine, Quality } from "./engine/engine";
import { Permission, type Renew } from "./permission";
import type { ReplayState } from "./replay-state";
import type { Store } from "./store";

interface Surroundings {
  openEngine: OpenEngine;
  media: HTMLMediaElement;
  store: Store<ReplayState>;
  /** A source is about to play; it may have stopped the element after that was told to. */
  onFilled: () => void;
  /** The recording that played is not offered any more, but these are; answers whether one can go on with them. */
  onReplaced: (parts: readonly PlaybackPart[]) => boolean;
}

export class Stream {
  readonly #around: Surroundings;
  #engine: Engine | null = null;
  #permission: Permission | null = null;
  #part: PlaybackPart | null = null;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  get isOpen(): boolean {
    return this.#engine !== null;
  }

  async open(renew: Renew): Promise<void> {
    const { openEngine, media } = this.#around;
    this.#permission = new Permission(renew);
    this.#engine ??= await openEngine(media, this.#hear).catch(() => null);
  }

  load(part: PlaybackPart, mediaS: number): void {
    this.#part = part;
    this.#set({ picture: part.kind === "video", qualities: [], quality: null, chosenQuality: null, caption: null });
    this.#engine?.load(part, mediaS);
  }

  chooseQuality(id: number | null): void {
    this.#set({ chosenQuality: id });
    this.#engine?.chooseQuality(id);
  }

  loadCaptions(wanted: boolean): void {
    this.#engine?.loadCaptions(wanted);
  }

  /** Something plays, or is to be tried once more. */
  isGood(): void {
    this.#permission?.isGood();
  }

  close(): void {
    this.#engine?.close();
    this.#engine = null;
  }

  readonly #hear = (event: EngineEvent): void => {
    switch (event.type) {
      case "qualities":
        this.#set({ qualities: event.qualities });
        this.#keepQuality(event.qualities);
        this.#around.onFilled();
        break;
      case "quality":
        this.#set({ quality: event.id });
        break;
      case "can-caption":
        this.#set({ canCaption: event.can });
        break;
      case "refused":
        void this.#askAgain();
        break;
      case "failed":
        this.#fail();
    }
  };

  async #askAgain(): Promise<void> {
    const answer = (await this.#permission?.ask()) ?? "refused";
    if (answer === "refused") {
      this.#fail();
    } else if (answer !== "asked") {
      const part = answer.parts.find(({ attempt }) => attempt === this.#part?.attempt);
      if (part !== undefined) {
        this.#engine?.goOn(part);
      } else if (!this.#around.onReplaced(answer.parts)) {
        this.#fail();
      }
    }
  }

  /** An engine that had to load the same file anew has forgotten what was chosen. */
  #keepQuality(qualities: readonly Quality[]): void {
    const { chosenQuality } = this.#around.store.get();
    if (chosenQuality !== null) {
      this.chooseQuality(qualities.some(({ id }) => id === chosenQuality) ? chosenQuality : null);
    }
  }

  #fail(): void {
    this.#set({ phase: "failed", playing: false, waiting: false });
  }

  #set(change: Partial<ReplayState>): void {
    this.#around.store.set(change);
  }
}
