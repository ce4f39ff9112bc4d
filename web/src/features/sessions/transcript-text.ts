import type { Message } from "@/api/types";

import { clock } from "@/i18n/times";

/** How each side is called in the page's language. */
export type Names = Record<Message["role"], string>;

/** What to call whom said something, where it was a guest; else undefined. */
export type CalledIn = (message: Message) => string | undefined;

/** The whole talk as plain text, one message a line: "0:05 You: Hello." */
export function transcriptText(messages: readonly Message[], names: Names, called?: CalledIn): string {
  return messages
    .map((message) => `${clock(message.started_s)} ${nameOf(message, names, called)}: ${message.text}`)
    .join("\n");
}

export function nameOf(message: Message, names: Names, called?: CalledIn): string {
  return called?.(message) ?? names[message.role];
}
