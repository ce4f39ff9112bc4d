import { useCallback } from "react";

import { guestOf } from "@/api/guest-of";
import type { Message } from "@/api/types";

import { useSpeakers } from "./api/guests";
import { useCalled } from "./use-called";

/** What to call the guest who said something; the owner is called as ever. */
export function useCalledIn(sessionId: string): (message: Message) => string | undefined {
  const called = useCalled(useSpeakers(sessionId));
  return useCallback(
    (message: Message) => {
      const guest = guestOf(message);
      return guest === undefined ? undefined : called(guest);
    },
    [called],
  );
}
