/** One talk being replayed: what a person may do with it, and what the player shows. */
import type { Playback, PlaybackPart } from "@/api/types";

import { captionNow } from "./caption-now";
import type { OpenEngine } from "./engine/engine";
import { followMedia } from "./follow-media";
import { recallHabits } from "./habits";
import { Liking } from "./liking";
import type { Renew } from "./permission";
import { Playhead } from "./playhead";
import { NOTHING_TO_PLAY, type ReplayState } from "./replay-state";
import { Store } from "./store";
import { Stream } from "./stream";

export interface Surroundings {
  openEngine: OpenEngine;
  media: HTMLVideoElement;
}

export class Replay {
  readonly media: HTMLVideoElement;
  readonly liking: Liking;
  readonly #store = new Store<ReplayState>({ ...NOTHING_TO_PLAY, ...recallHabits() });
  readonly #stream: Stream;
  readonly #playhead: Playhead;
  #unfollow: (() => void) | null = null;
  /** Came after the talk was loaded, and waits until nothing sounds. */
  #offered: readonly PlaybackPart[] = [];

  constructor({ openEngine, media }: Surroundings) {
    const store = this.#store;
    this.media = media;
    this.#stream = new Stream({
      openEngine,
      media,
      store,
      onFilled: () => { this.#playhead.sound(); },
      onReplaced: (parts) => this.#replaceBy(parts),
    });
    this.#playhead = new Playhead({ store, media, stream: this.#stream });
    this.liking = new Liking({ store, media, loadCaptions: (wanted) => { this.#stream.loadCaptions(wanted); } });
  }

  readonly state = this.#store.get;

  readonly subscribe = this.#store.subscribe;

  open(): void {
    this.#unfollow = followMedia(this.media, {
      moved: (mediaS) => { this.#playhead.moved(mediaS); },
      ended: () => {
        this.#playhead.clipEnded();
        this.#takeOfferInSilence();
      },
      waiting: (waiting) => { this.#store.set({ waiting }); },
      paused: () => { this.#store.set({ playing: false }); },
      cue: () => { this.#store.set({ caption: captionNow(this.media) }); },
    });
  }

  /** `atS` is where a link points, or null. */
  async load({ parts }: Playback, { renew, atS }: { renew: Renew; atS: number | null }): Promise<void> {
    if (!this.#playhead.lay(parts)) {
      return;
    }
    const { fromS } = this.state();
    this.#store.set({ phase: "loading", nowS: fromS });
    await this.#stream.open(renew);
    if (this.#unfollow === null) {
      this.close();
    } else if (this.#stream.isOpen) {
      this.liking.apply();
      this.#playhead.goTo(atS ?? fromS, { begun: atS !== null });
    } else {
      this.#store.set({ phase: "failed" });
    }
  }

  /** More of the same talk than was loaded. What sounds is not interrupted for it: it is shown when somebody asks. */
  offer(parts: readonly PlaybackPart[]): void {
    if (this.#playhead.plays(parts)) {
      return;
    }
    this.#offered = parts;
    this.#store.set({ offered: true });
    this.#takeOfferInSilence();
  }

  /** From the same moment on. */
  takeOffer(): void {
    if (this.#offered.length > 0 && this.#playhead.lay(this.#offered) && this.#stream.isOpen) {
      this.#playhead.goTo(this.state().nowS);
    }
    this.#offered = [];
    this.#store.set({ offered: false });
  }

  play(): void {
    const { phase, nowS, toS, fromS } = this.state();
    if (phase === "none") {
      return;
    }
    this.#store.set({ playing: true, begun: true });
    if (nowS >= toS) {
      this.#playhead.goTo(fromS);
    }
    this.#playhead.sound();
  }

  pause(): void {
    this.#store.set({ playing: false, waiting: false });
    this.media.pause();
    this.takeOffer();
  }

  toggle(): void {
    if (this.state().playing) {
      this.pause();
    } else {
      this.play();
    }
  }

  seek(talkS: number): void {
    if (this.state().phase !== "none") {
      this.#playhead.goTo(talkS, { begun: true });
    }
  }

  chooseQuality(id: number | null): void {
    this.#stream.chooseQuality(id);
  }

  retry(): void {
    this.#stream.isGood();
    this.#playhead.again();
  }

  close(): void {
    this.#unfollow?.();
    this.#unfollow = null;
    this.media.pause();
    this.#stream.close();
  }

  #replaceBy(parts: readonly PlaybackPart[]): boolean {
    this.#offered = parts;
    this.takeOffer();
    return parts.length > 0;
  }

  #takeOfferInSilence(): void {
    if (!this.state().playing) {
      this.takeOffer();
    }
  }
}
