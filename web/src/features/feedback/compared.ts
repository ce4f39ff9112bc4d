import type { OneFeedback } from "@/api/types";

/** The middle of the judge's scale, 1 to 5: what lies over it is praise. */
const MIDDLE = 3;

/** Whether a thumb and the judge's mean say the same; null while one of them says nothing. */
export function agrees(thumb: OneFeedback["thumb"], overall: number | null): boolean | null {
  return overall === null || overall === MIDDLE ? null : (thumb === "up") === (overall > MIDDLE);
}
