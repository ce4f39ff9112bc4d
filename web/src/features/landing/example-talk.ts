/** A talk that was held in a room of this product and recorded by it; a stranger can hear it before signing in. */
import type { Language } from "@/api/types";

export interface ExampleLine {
  role: "user" | "assistant";
  text: string;
  startedS: number;
  endedS: number;
  interrupted: boolean;
  via: "voice" | "text";
}

export interface ExampleTalk {
  language: Language;
  /** Where its sound lies. */
  sound: string;
  lengthS: number;
  /** How loud each side is, 0 to 100, in steps of 1 / PEAKS_PER_SECOND from the first sample. */
  person: readonly number[];
  agent: readonly number[];
  lines: readonly ExampleLine[];
}

export const PEAKS_PER_SECOND = 10;

/** The number of the line that is heard, or of the last one that was; -1 before the first. */
export function lineAt(talk: ExampleTalk, nowS: number): number {
  return talk.lines.findLastIndex(({ startedS }) => startedS <= nowS);
}

/** Synthetic voices peak here; a louder one counts the same. */
const LOUD = 50;

/** In [0, 1]. */
export function levelAt(side: readonly number[], nowS: number): number {
  return Math.min(1, (side[Math.floor(nowS * PEAKS_PER_SECOND)] ?? 0) / LOUD);
}
