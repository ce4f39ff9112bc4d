/** Everything the player shows. Times are seconds of the talk. */
import type { Quality } from "./engine/engine";

/** `none`: there is nothing to play, or not yet. */
export type Phase = "none" | "loading" | "ready" | "failed";

export interface Caption {
  side: "person" | "agent" | null;
  text: string;
}

export interface ReplayState {
  phase: Phase;
  /** The person wants to hear it; the sound itself may still be on its way. */
  playing: boolean;
  waiting: boolean;
  /** Something was played or looked for, so that the moment means something. */
  begun: boolean;
  nowS: number;
  fromS: number;
  toS: number;
  rate: number;
  /** 0 to 1. */
  volume: number;
  muted: boolean;
  captions: boolean;
  canCaption: boolean;
  caption: Caption | null;
  qualities: Quality[];
  /** Null: the engine chooses. */
  chosenQuality: number | null;
  quality: number | null;
  /** The clip that plays has a picture. */
  picture: boolean;
  /** More of the talk can be seen or heard than is loaded. */
  offered: boolean;
}

export const RATES = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2] as const;

export const NOTHING_TO_PLAY: ReplayState = {
  phase: "none",
  playing: false,
  waiting: false,
  begun: false,
  nowS: 0,
  fromS: 0,
  toS: 0,
  rate: 1,
  volume: 1,
  muted: false,
  captions: false,
  canCaption: false,
  caption: null,
  qualities: [],
  chosenQuality: null,
  quality: null,
  picture: false,
  offered: false,
};

/** The rate beside this one; the last one on each side has none. */
export function rateBeside(rate: number, by: 1 | -1): number {
  const index = RATES.findIndex((one) => one === rate);
  return RATES[index + by] ?? rate;
}
