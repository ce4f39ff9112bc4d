import type { Message } from "./types";

/** Who said it, where that was not the talk's owner; the API gives guests identities that begin so. */
export function guestOf({ speaker }: Message): string | undefined {
  return speaker?.startsWith("guest-") === true ? speaker : undefined;
}
