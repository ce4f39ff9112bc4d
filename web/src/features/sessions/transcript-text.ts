import type { Message } from "@/api/types";

import { clock } from "@/i18n/times";

/** How each side is called in the page's language. */
export type Names = Record<Message["role"], string>;

/** The whole talk as plain text, one message a line: "0:05 You: Hello." */
export function transcriptText(messages: readonly Message[], names: Names): string {
  return messages
    .map((message) => `${clock(message.started_s)} ${names[message.role]}: ${message.text}`)
    .join("\n");
}
