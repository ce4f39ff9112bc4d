/** Where in the talk one is: leads from one recording of it to the next, each with seconds of its own. */
import type { PlaybackPart } from "@/api/types";

import type { ReplayState } from "./replay-state";
import type { Store } from "./store";
import type { Stream } from "./stream";
import { clipAfter, clipAt, clipsOf, toMediaS, toTalkS, type Clip } from "./timeline/clips";

interface Led {
  store: Store<ReplayState>;
  media: HTMLMediaElement;
  stream: Stream;
}

export class Playhead {
  readonly #store: Store<ReplayState>;
  readonly #media: HTMLMediaElement;
  readonly #stream: Stream;
  #clips: Clip[] = [];
  #clip: Clip | null = null;

  constructor({ store, media, stream }: Led) {
    this.#store = store;
    this.#media = media;
    this.#stream = stream;
  }

  /** What the talk is heard from now on; answers whether there is any of it. */
  lay(parts: readonly PlaybackPart[]): boolean {
    this.#clips = clipsOf(parts);
    this.#clip = null;
    const [first, last] = [this.#clips[0], this.#clips.at(-1)];
    if (first === undefined || last === undefined) {
      return false;
    }
    this.#store.set({ fromS: first.fromS, toS: last.toS });
    return true;
  }

  /** Whether it is these recordings that the talk is heard from already. */
  plays(parts: readonly PlaybackPart[]): boolean {
    return attemptsOf(clipsOf(parts)) === attemptsOf(this.#clips);
  }

  /** To a second of the talk; outside of it, to its nearest end. */
  goTo(wishedS: number, change: Partial<ReplayState> = {}): void {
    const { fromS, toS } = this.#store.get();
    const talkS = Math.min(Math.max(wishedS, fromS), toS);
    const clip = clipAt(this.#clips, talkS) ?? this.#clips.at(-1);
    if (clip === undefined) {
      return;
    }
    const mediaS = toMediaS(clip, talkS);
    if (clip === this.#clip) {
      this.#media.currentTime = mediaS;
    } else {
      this.#clip = clip;
      this.#stream.load(clip.part, mediaS);
    }
    this.#store.set({ ...change, phase: "ready", nowS: Math.max(talkS, clip.fromS) });
    this.sound();
  }

  /** After a failure, from where it was. */
  again(): void {
    this.#clip = null;
    this.goTo(this.#store.get().nowS);
  }

  /** Where the person wants it to; a new source may have stopped the element. */
  sound(): void {
    if (this.#store.get().playing) {
      // A new source refuses the play of the old one, too, which is no wish of the person.
      this.#media.play().catch((refusal: unknown) => {
        if (refusal instanceof DOMException && refusal.name === "NotAllowedError") {
          this.#store.set({ playing: false });
        }
      });
    }
  }

  moved(mediaS: number): void {
    const clip = this.#clip;
    if (clip === null || this.#media.seeking) {
      return;
    }
    const { begun, fromS, toS } = this.#store.get();
    const nowS = toTalkS(clip, mediaS);
    if (mediaS > 0) {
      this.#stream.isGood();
    }
    if (nowS >= clip.toS && clipAfter(this.#clips, clip) !== undefined) {
      this.clipEnded();
    } else if (begun) {
      this.#store.set({ nowS: Math.min(Math.max(nowS, fromS), toS) });
    }
  }

  clipEnded(): void {
    const next = this.#clip === null ? undefined : clipAfter(this.#clips, this.#clip);
    if (next === undefined) {
      this.#store.set({ playing: false, nowS: this.#store.get().toS });
    } else {
      this.goTo(next.fromS);
    }
  }
}

function attemptsOf(clips: readonly Clip[]): string {
  return clips.map(({ part }) => part.attempt).join();
}
