/** How large the talk is drawn: 1 is all of it at once, on the axis of the player above. */
import type { Span } from "./lanes";

/** Half a second is then as wide as a phone: nothing between two sounds is hidden any more. */
const NEAREST_S = 0.5 * 8;

export function deepestZoom({ fromS, toS }: Span): number {
  return Math.max(1, 2 ** Math.ceil(Math.log2(Math.max(1, (toS - fromS) / NEAREST_S))));
}

export function zoomed(zoom: number, by: 1 | -1, span: Span): number {
  return Math.min(deepestZoom(span), Math.max(1, by === 1 ? zoom * 2 : zoom / 2));
}

/** Round seconds for the marks of the axis, so that some eight fit in what is seen; none whose number would be cut off. */
export function ticksOf({ fromS, toS }: Span, zoom: number): number[] {
  const wanted = (toS - fromS) / zoom / 8;
  const step = STEPS_S.find((each) => each >= wanted) ?? LONGEST_STEP_S;
  const first = Math.ceil(Math.max(0, fromS) / step) * step;
  const lastS = toS - wanted / 3;
  const count = Math.max(0, Math.floor((lastS - first) / step) + 1);
  return Array.from({ length: count }, (_, index) => first + index * step);
}

const STEPS_S = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600];
const LONGEST_STEP_S = 1200;
