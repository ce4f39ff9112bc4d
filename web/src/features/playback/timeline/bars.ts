/** What the waveform draws: how loud each side is in each of its bars. */
import { z } from "@/config/checks";

import type { Clip } from "./clips";

export const peaksSchema = z.object({
  version: z.literal(1),
  peaks_per_second: z.number(),
  /** 0 to 100, one for each step from the file's first sample. */
  person: z.array(z.number()),
  agent: z.array(z.number()),
});

export type Peaks = z.infer<typeof peaksSchema>;

/** A bar's two heights, from 0 to 1. */
export interface Bar {
  person: number;
  agent: number;
}

export interface Span {
  fromS: number;
  toS: number;
}

/** Soft speech is drawn higher than it is loud: an ear hears a tenth of the amplitude as half. */
const EXPONENT = 0.8;

/**
 * `peaks` by the number of the attempt; where they are not there, it is silent, or drawn from another recording. One
 * with a picture has both sides on each (LiveKit's way), so it is asked only where none of the sound lies.
 */
export function barsOf(clips: readonly Clip[], peaks: ReadonlyMap<number, Peaks>, span: Span, count: number): Bar[] {
  const widthS = (span.toS - span.fromS) / count;
  const bars = Array.from({ length: count }, (_, index): Bar => {
    const fromS = span.fromS + index * widthS;
    const here = clips.filter((clip) => peaks.has(clip.part.attempt) && clip.fromS < fromS + widthS && clip.toS > fromS);
    const apart = here.filter(({ part }) => part.kind === "audio");
    return (apart.length > 0 ? apart : here)
      .map((clip) => loudnessIn(clip, peaks.get(clip.part.attempt), fromS, fromS + widthS))
      .reduce(louder, SILENCE);
  });
  return toFullHeight(bars);
}

const SILENCE: Bar = { person: 0, agent: 0 };

function loudnessIn(clip: Clip, peaks: Peaks | undefined, fromS: number, toS: number): Bar {
  const [from, to] = [Math.max(fromS, clip.fromS), Math.min(toS, clip.toS)];
  if (peaks === undefined || from >= to) {
    return SILENCE;
  }
  const step = (talkS: number) => (talkS - clip.part.offset_s) * peaks.peaks_per_second;
  const [first, last] = [Math.max(0, Math.floor(step(from))), Math.ceil(step(to))];
  return { person: meanOf(peaks.person, first, last), agent: meanOf(peaks.agent, first, last) };
}

/** Root mean square: speech keeps its shape, where the highest peak would draw a wall. */
function meanOf(side: readonly number[], first: number, last: number): number {
  const steps = side.slice(first, last);
  return Math.sqrt(steps.reduce((sum, peak) => sum + peak ** 2, 0) / Math.max(1, last - first));
}

function louder(a: Bar, b: Bar): Bar {
  return { person: Math.max(a.person, b.person), agent: Math.max(a.agent, b.agent) };
}

/** Each side by its own loudest moment: a quiet microphone is not a person who says little. */
function toFullHeight(bars: Bar[]): Bar[] {
  const top = bars.reduce(louder, SILENCE);
  const scaled = (value: number, highestValue: number) => (highestValue === 0 ? 0 : (value / highestValue) ** EXPONENT);
  return bars.map(({ person, agent }) => ({ person: scaled(person, top.person), agent: scaled(agent, top.agent) }));
}
