/** How this person likes to listen; kept in the browser. */
import { recall, remember } from "@/config/remembered";
import { z } from "@/config/checks";

import { RATES, type ReplayState } from "./replay-state";

const KEY = "echosphere.replay";

const habitsSchema = z.object({
  rate: z.literal(RATES),
  volume: z.number().check(z.minimum(0), z.maximum(1)),
  muted: z.boolean(),
  captions: z.boolean(),
});

export type Habits = Pick<ReplayState, "rate" | "volume" | "muted" | "captions">;

/** What is not there, or not to be understood, is left as it is. */
export function recallHabits(): Partial<Habits> {
  try {
    const found = habitsSchema.safeParse(JSON.parse(recall(KEY) ?? "null"));
    return found.success ? found.data : {};
  } catch {
    return {};
  }
}

export function rememberHabits({ rate, volume, muted, captions }: Habits): void {
  remember(KEY, JSON.stringify({ rate, volume, muted, captions }));
}

export function applyHabits(media: HTMLMediaElement, { rate, volume, muted }: Habits): void {
  // A new source falls back to the default rate.
  media.defaultPlaybackRate = rate;
  media.playbackRate = rate;
  media.volume = volume;
  media.muted = muted;
}
