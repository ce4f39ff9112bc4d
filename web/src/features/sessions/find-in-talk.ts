/** Where words stand in a talk: wide and narrow letters are the same, and so are large and small ones. */
import type { Message } from "@/api/types";

export interface Match {
  messageId: string;
  /** Characters of the message's text, the last one exclusive. */
  from: number;
  to: number;
}

export function findInTalk(messages: readonly Message[], query: string): Match[] {
  const wanted = fold(query.trim()).text;
  return wanted === "" ? [] : messages.flatMap((message) => findIn(message, wanted));
}

/** The match beside this one; behind the last one comes the first. */
export function matchBeside(index: number, by: 1 | -1, count: number): number {
  return count === 0 ? 0 : (index + by + count) % count;
}

function findIn({ id, text }: Message, wanted: string): Match[] {
  const folded = fold(text);
  const matches: Match[] = [];
  let at = folded.text.indexOf(wanted);
  while (at !== -1) {
    const end = at + wanted.length;
    matches.push({ messageId: id, from: folded.origin[at] ?? 0, to: folded.origin[end] ?? text.length });
    at = folded.text.indexOf(wanted, end);
  }
  return matches;
}

/** Folding may make one character of several (㌔ is キロ), so each remembers where it comes from. */
function fold(text: string): { text: string; origin: number[] } {
  let folded = "";
  const origin: number[] = [];
  let index = 0;
  for (const character of text) {
    const plain = character.normalize("NFKC").toLowerCase();
    origin.push(...Array<number>(plain.length).fill(index));
    folded += plain;
    index += character.length;
  }
  return { text: folded, origin };
}
