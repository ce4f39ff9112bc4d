import type { Message } from "@/api/types";

/** How far a caption may come before the moment of its message: the file's clock is a little off. */
const EARLY_S = 1;

/** The message of which a caption is a piece; of two with the same words the one that is nearer behind us. */
export function whoSaid(messages: readonly Message[], caption: string, nowS: number): Message | undefined {
  return messages.findLast(({ started_s, text }) => started_s <= nowS + EARLY_S && inOneLine(text).includes(caption));
}

function inOneLine(text: string): string {
  return text.split(/\s+/).join(" ");
}
