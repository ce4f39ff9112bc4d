const FIRST_MS = 1_000;
const LONGEST_MS = 10_000;
const GROWTH = 1.5;

/** Until the next question whether the recording is ready; `asked` is how often it was asked already. */
export function pollDelayMs(asked: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * GROWTH ** Math.max(0, asked - 1));
}
