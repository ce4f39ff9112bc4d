import type { Message } from "@/api/types";

import { clock } from "@/i18n/times";

/** The whole talk as plain text, one message a line: "0:05 You: Hello." */
export function transcriptText(messages: Message[], names: Record<Message["role"], string>): string {
  return messages
    .map((message) => `${clock(message.started_s)} ${names[message.role]}: ${message.text}`)
    .join("\n");
}
