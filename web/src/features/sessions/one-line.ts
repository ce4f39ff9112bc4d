/** As the API has it. */
export const TITLE_CHARACTERS = 80;

const NOT_IN_A_LINE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu;

/** What was typed or pasted, without what breaks or turns a line; the API refuses that. */
export function oneLine(text: string): string {
  return text.replace(NOT_IN_A_LINE, " ").trim();
}
