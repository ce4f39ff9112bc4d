/** One talk being replayed: owns the media element, the engine that fills it, and what the player shows. */
import type { Playback } from "@/api/types";
import { captionNow } from "./caption-now";
import type { Engine, EngineEvent, OpenEngine } from "./engine/engine";
import { followMedia } from "./follow-media";
import { recallHabits, rememberHabits } from "./habits";
import { NOTHING_TO_PLAY, rateBeside, type ReplayState } from "./replay-state";
import { clipAfter, clipAt, clipsOf, toMediaS, toTalkS, type Clip } from "./timeline/clips";

export interface Surroundings {
  openEngine: OpenEngine;
  media: HTMLVideoElement;
}

/** Asks for a new permission to play the same talk. */
export type Renew = () => Promise<Playback | undefined>;

export class Replay {
  readonly media: HTMLVideoElement;
  readonly #openEngine: OpenEngine;
  readonly #listeners = new Set<() => void>();
  #state: ReplayState = { ...NOTHING_TO_PLAY, ...recallHabits() };
  #clips: Clip[] = [];
  #clip: Clip | null = null;
  #engine: Engine | null = null;
  #renew: Renew | null = null;
  /** A refusal is answered with one new permission; until something plays again there is no second. */
  #permission: "good" | "asked" | "renewed" = "good";
  #unfollow: (() => void) | null = null;

  constructor({ openEngine, media }: Surroundings) {
    this.#openEngine = openEngine;
    this.media = media;
  }

  readonly state = (): ReplayState => this.#state;

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  open(): void {
    this.#unfollow = followMedia(this.media, {
      moved: this.#moved,
      ended: () => { this.#clipEnded(); },
      waiting: (waiting) => { this.#set({ waiting }); },
      paused: () => { this.#set({ playing: false }); },
      cue: () => { this.#set({ caption: captionNow(this.media) }); },
    });
  }

  /** `atS` is where a link points, or null. */
  async load({ parts }: Playback, { renew, atS }: { renew: Renew; atS: number | null }): Promise<void> {
    this.#renew = renew;
    this.#clips = clipsOf(parts);
    const [first, last] = [this.#clips[0], this.#clips.at(-1)];
    if (first === undefined || last === undefined) {
      return;
    }
    this.#set({ phase: "loading", fromS: first.fromS, toS: last.toS, nowS: first.fromS });
    this.#engine ??= await this.#openEngine(this.media, this.#hear).catch(() => null);
    if (this.#unfollow === null) {
      this.close();
    } else if (this.#engine === null) {
      this.#set({ phase: "failed" });
    } else {
      this.#applyHabits();
      this.#goTo(atS ?? first.fromS, { begun: atS !== null });
    }
  }

  play(): void {
    if (this.#state.phase === "none") {
      return;
    }
    const { nowS, toS, fromS } = this.#state;
    this.#set({ playing: true, begun: true });
    if (nowS >= toS) {
      this.#goTo(fromS, {});
    }
    this.#startSound();
  }

  pause(): void {
    this.#set({ playing: false, waiting: false });
    this.media.pause();
  }

  toggle(): void {
    if (this.#state.playing) {
      this.pause();
    } else {
      this.play();
    }
  }

  /** To a second of the talk; outside of it, to its nearest end. */
  seek(talkS: number): void {
    if (this.#state.phase !== "none") {
      this.#goTo(talkS, { begun: true });
    }
  }

  setRate(rate: number): void {
    this.#keep({ rate });
  }

  changeRate(by: 1 | -1): void {
    this.#keep({ rate: rateBeside(this.#state.rate, by) });
  }

  setVolume(volume: number): void {
    this.#keep({ volume: Math.min(1, Math.max(0, volume)), muted: false });
  }

  toggleMute(): void {
    this.#keep({ muted: !this.#state.muted });
  }

  toggleCaptions(): void {
    this.#keep({ captions: !this.#state.captions });
    this.#set({ caption: null });
    this.#engine?.loadCaptions(this.#state.captions);
  }

  chooseQuality(id: number | null): void {
    this.#set({ chosenQuality: id });
    this.#engine?.chooseQuality(id);
  }

  /** After a failure, from where it was. */
  retry(): void {
    this.#permission = "good";
    this.#clip = null;
    this.#goTo(this.#state.nowS, {});
  }

  close(): void {
    this.#unfollow?.();
    this.#unfollow = null;
    this.media.pause();
    this.#engine?.close();
    this.#engine = null;
  }

  #goTo(wishedS: number, change: Partial<ReplayState>): void {
    const talkS = Math.min(Math.max(wishedS, this.#state.fromS), this.#state.toS);
    const clip = clipAt(this.#clips, talkS) ?? this.#clips.at(-1);
    if (clip === undefined || this.#engine === null) {
      return;
    }
    const mediaS = toMediaS(clip, talkS);
    if (clip === this.#clip) {
      this.media.currentTime = mediaS;
    } else {
      this.#clip = clip;
      this.#set({ picture: clip.part.kind === "video", qualities: [], quality: null, chosenQuality: null, caption: null });
      this.#engine.load(clip.part, mediaS);
    }
    this.#set({ ...change, phase: "ready", nowS: Math.max(talkS, clip.fromS) });
    if (this.#state.playing) {
      this.#startSound();
    }
  }

  #startSound(): void {
    // A new source stops the element, and refuses the play of the old one: neither is a wish of the person.
    this.media.play().catch((refusal: unknown) => {
      if (refusal instanceof DOMException && refusal.name === "NotAllowedError") {
        this.#set({ playing: false });
      }
    });
  }

  /** A new source may have stopped the element after it was told to play. */
  #playOn(): void {
    if (this.#state.playing && this.media.paused) {
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
      this.#permission = "good";
    }
    if (nowS >= clip.toS && clipAfter(this.#clips, clip) !== undefined) {
      this.#clipEnded();
    } else if (this.#state.begun) {
      this.#set({ nowS: Math.min(Math.max(nowS, this.#state.fromS), this.#state.toS) });
    }
  };

  #clipEnded(): void {
    const next = this.#clip === null ? undefined : clipAfter(this.#clips, this.#clip);
    if (next === undefined) {
      this.#set({ playing: false, nowS: this.#state.toS });
    } else {
      this.#goTo(next.fromS, {});
    }
  }

  readonly #hear = (event: EngineEvent): void => {
    switch (event.type) {
      case "qualities":
        this.#set({ qualities: event.qualities });
        this.#playOn();
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
    if (this.#permission === "asked") {
      return;
    }
    if (this.#permission === "renewed") {
      this.#fail();
      return;
    }
    this.#permission = "asked";
    try {
      const playback = await this.#renew?.();
      const part = playback?.parts.find(({ attempt }) => attempt === this.#clip?.part.attempt);
      this.#permission = "renewed";
      if (part !== undefined) {
        this.#engine?.goOn(part);
      }
    } catch {
      this.#fail();
    }
  }

  #fail(): void {
    this.#set({ phase: "failed", playing: false, waiting: false });
  }

  /** What the person likes once is liked in the next talk, too. */
  #keep(change: Partial<ReplayState>): void {
    this.#set(change);
    this.#applyHabits();
    rememberHabits(this.#state);
  }

  #applyHabits(): void {
    const { rate, volume, muted, captions } = this.#state;
    // A new source falls back to the default rate.
    this.media.defaultPlaybackRate = rate;
    this.media.playbackRate = rate;
    this.media.volume = volume;
    this.media.muted = muted;
    this.#engine?.loadCaptions(captions);
  }

  #set(change: Partial<ReplayState>): void {
    const next = { ...this.#state, ...change };
    const names = Object.keys(change) as (keyof ReplayState)[];
    if (names.some((name) => next[name] !== this.#state[name])) {
      this.#state = next;
      for (const changed of this.#listeners) {
        changed();
      }
    }
  }
}
