/** One talk being replayed: owns the media element, the engine that fills it, and what the player shows. */
import type { Playback } from "@/api/types";
import { captionNow } from "./caption-now";
import type { Engine, EngineEvent, OpenEngine } from "./engine/engine";
import { followMedia } from "./follow-media";
import { applyHabits, recallHabits, rememberHabits } from "./habits";
import { Permission, type Renew } from "./permission";
import { NOTHING_TO_PLAY, rateBeside, type ReplayState } from "./replay-state";
import { Store } from "./store";
import { clipAfter, clipAt, clipsOf, toMediaS, toTalkS, type Clip } from "./timeline/clips";

export interface Surroundings {
  openEngine: OpenEngine;
  media: HTMLVideoElement;
}

export class Replay {
  readonly media: HTMLVideoElement;
  readonly #openEngine: OpenEngine;
  readonly #store = new Store<ReplayState>({ ...NOTHING_TO_PLAY, ...recallHabits() });
  #clips: Clip[] = [];
  #clip: Clip | null = null;
  #engine: Engine | null = null;
  #permission: Permission | null = null;
  #unfollow: (() => void) | null = null;

  constructor({ openEngine, media }: Surroundings) {
    this.#openEngine = openEngine;
    this.media = media;
  }

  readonly state = this.#store.get;

  readonly subscribe = this.#store.subscribe;

  open(): void {
    this.#unfollow = followMedia(this.media, {
      moved: this.#moved,
      ended: () => { this.#clipEnded(); },
      waiting: (waiting) => { this.#store.set({ waiting }); },
      paused: () => { this.#store.set({ playing: false }); },
      cue: () => { this.#store.set({ caption: captionNow(this.media) }); },
    });
  }

  /** `atS` is where a link points, or null. */
  async load({ parts }: Playback, { renew, atS }: { renew: Renew; atS: number | null }): Promise<void> {
    this.#permission = new Permission(renew);
    this.#clips = clipsOf(parts);
    const [first, last] = [this.#clips[0], this.#clips.at(-1)];
    if (first === undefined || last === undefined) {
      return;
    }
    this.#store.set({ phase: "loading", fromS: first.fromS, toS: last.toS, nowS: first.fromS });
    this.#engine ??= await this.#openEngine(this.media, this.#hear).catch(() => null);
    if (this.#unfollow === null) {
      this.close();
    } else if (this.#engine === null) {
      this.#store.set({ phase: "failed" });
    } else {
      this.#applyHabits();
      this.#goTo(atS ?? first.fromS, { begun: atS !== null });
    }
  }

  play(): void {
    if (this.state().phase === "none") {
      return;
    }
    const { nowS, toS, fromS } = this.state();
    this.#store.set({ playing: true, begun: true });
    if (nowS >= toS) {
      this.#goTo(fromS, {});
    }
    this.#startSound();
  }

  pause(): void {
    this.#store.set({ playing: false, waiting: false });
    this.media.pause();
  }

  toggle(): void {
    if (this.state().playing) {
      this.pause();
    } else {
      this.play();
    }
  }

  /** To a second of the talk; outside of it, to its nearest end. */
  seek(talkS: number): void {
    if (this.state().phase !== "none") {
      this.#goTo(talkS, { begun: true });
    }
  }

  setRate(rate: number): void {
    this.#keep({ rate });
  }

  changeRate(by: 1 | -1): void {
    this.#keep({ rate: rateBeside(this.state().rate, by) });
  }

  setVolume(volume: number): void {
    this.#keep({ volume: Math.min(1, Math.max(0, volume)), muted: false });
  }

  toggleMute(): void {
    this.#keep({ muted: !this.state().muted });
  }

  toggleCaptions(): void {
    this.#keep({ captions: !this.state().captions });
    this.#store.set({ caption: null });
    this.#engine?.loadCaptions(this.state().captions);
  }

  chooseQuality(id: number | null): void {
    this.#store.set({ chosenQuality: id });
    this.#engine?.chooseQuality(id);
  }

  /** After a failure, from where it was. */
  retry(): void {
    this.#permission?.isGood();
    this.#clip = null;
    this.#goTo(this.state().nowS, {});
  }

  close(): void {
    this.#unfollow?.();
    this.#unfollow = null;
    this.media.pause();
    this.#engine?.close();
    this.#engine = null;
  }

  #goTo(wishedS: number, change: Partial<ReplayState>): void {
    const talkS = Math.min(Math.max(wishedS, this.state().fromS), this.state().toS);
    const clip = clipAt(this.#clips, talkS) ?? this.#clips.at(-1);
    if (clip === undefined || this.#engine === null) {
      return;
    }
    const mediaS = toMediaS(clip, talkS);
    if (clip === this.#clip) {
      this.media.currentTime = mediaS;
    } else {
      this.#clip = clip;
      this.#store.set({ picture: clip.part.kind === "video", qualities: [], quality: null, chosenQuality: null, caption: null });
      this.#engine.load(clip.part, mediaS);
    }
    this.#store.set({ ...change, phase: "ready", nowS: Math.max(talkS, clip.fromS) });
    if (this.state().playing) {
      this.#startSound();
    }
  }

  #startSound(): void {
    // A new source stops the element, and refuses the play of the old one: neither is a wish of the person.
    this.media.play().catch((refusal: unknown) => {
      if (refusal instanceof DOMException && refusal.name === "NotAllowedError") {
        this.#store.set({ playing: false });
      }
    });
  }

  /** A new source may have stopped the element after it was told to play. */
  #playOn(): void {
    if (this.state().playing && this.media.paused) {
      this.#startSound();
    }
  }

  readonly #moved = (mediaS: number): void => {
    const clip = this.#clip;
    if (clip === null || this.media.seeking) {
      return;
    }
    const nowS = toTalkS(clip, mediaS);
    if (mediaS > 0) {
      this.#permission?.isGood();
    }
    if (nowS >= clip.toS && clipAfter(this.#clips, clip) !== undefined) {
      this.#clipEnded();
    } else if (this.state().begun) {
      this.#store.set({ nowS: Math.min(Math.max(nowS, this.state().fromS), this.state().toS) });
    }
  };

  #clipEnded(): void {
    const next = this.#clip === null ? undefined : clipAfter(this.#clips, this.#clip);
    if (next === undefined) {
      this.#store.set({ playing: false, nowS: this.state().toS });
    } else {
      this.#goTo(next.fromS, {});
    }
  }

  readonly #hear = (event: EngineEvent): void => {
    switch (event.type) {
      case "qualities":
        this.#store.set({ qualities: event.qualities });
        this.#playOn();
        break;
      case "quality":
        this.#store.set({ quality: event.id });
        break;
      case "can-caption":
        this.#store.set({ canCaption: event.can });
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
      const part = answer.parts.find(({ attempt }) => attempt === this.#clip?.part.attempt);
      if (part !== undefined) {
        this.#engine?.goOn(part);
      }
    }
  }

  #fail(): void {
    this.#store.set({ phase: "failed", playing: false, waiting: false });
  }

  /** What the person likes once is liked in the next talk, too. */
  #keep(change: Partial<ReplayState>): void {
    this.#store.set(change);
    this.#applyHabits();
    rememberHabits(this.state());
  }

  #applyHabits(): void {
    applyHabits(this.media, this.state());
    this.#engine?.loadCaptions(this.state().captions);
  }
}
