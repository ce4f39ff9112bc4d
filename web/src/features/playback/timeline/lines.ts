import type { Bar } from "./bars";

/** In a box of four for each bar, and a hundred high. */
const BAR = 4;
const MIDDLE = 50;
/** Between the middle and a side's first pixel. */
const GAP = 2.5;
const HIGHEST = 44;
/** What is softer than this is silence, and draws nothing. */
const SILENT = 0.06;

/** Two SVG paths: strokes up from the middle for the person, down from it for the agent. */
export function linesOf(bars: readonly Bar[]): { person: string; agent: string } {
  return {
    person: strokes(bars.map(({ person }) => person), -1),
    agent: strokes(bars.map(({ agent }) => agent), 1),
  };
}

function strokes(heights: readonly number[], direction: 1 | -1): string {
  return heights
    .map((height, index) => (height < SILENT ? "" : `M${index * BAR + BAR / 2} ${MIDDLE + direction * GAP}v${round(direction * height * HIGHEST)}`))
    .join("");
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
