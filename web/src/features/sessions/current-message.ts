import type { Message } from "@/api/types";

/** A seek lands a little before the second that it was asked for: players go by packets of sound. */
const EARLY_S = 0.05;

/** What is being said at a moment, or was said last; null before the first word. */
export function currentMessage(messages: readonly Message[], momentS: number | null): string | null {
  if (momentS === null) {
    return null;
  }
  const begun = messages.filter(({ role, started_s }) => role !== "system" && started_s <= momentS + EARLY_S);
  return begun.reduce<Message | null>((last, message) => (last === null || message.started_s >= last.started_s ? message : last), null)?.id ?? null;
}
