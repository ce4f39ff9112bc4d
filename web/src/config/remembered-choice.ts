/** A choice that the browser keeps, followed wherever on the page it is made; "" is none. */
import { useSyncExternalStore } from "react";

import { recall, remember } from "./remembered";

export function rememberedChoice(storageKey: string) {
  const listeners = new Set<() => void>();
  const subscribe = (changed: () => void) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  };
  const read = () => recall(storageKey) ?? "";
  return {
    read,
    remember: (value: string) => {
      remember(storageKey, value);
      for (const changed of listeners) {
        changed();
      }
    },
    useValue: () => useSyncExternalStore(subscribe, read),
  };
}
