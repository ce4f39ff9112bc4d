import type { Span } from "./bars";

/** Where a moment lies in a stretch of the talk: 0 at its beginning, 1 at its end. */
export function shareOf(talkS: number, { fromS, toS }: Span): number {
  return toS <= fromS ? 0 : Math.min(1, Math.max(0, (talkS - fromS) / (toS - fromS)));
}
