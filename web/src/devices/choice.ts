/** The microphone and the speaker one has chosen, for this and later talks; "" is the browser's choice. */
import { useSyncExternalStore } from "react";

import { recall, remember } from "@/config/remembered";

export type DeviceKind = "microphone" | "speaker";

const STORAGE_KEYS: Record<DeviceKind, string> = {
  microphone: "echosphere.microphone",
  speaker: "echosphere.speaker",
};
const listeners = new Set<() => void>();

export function chosenDevice(kind: DeviceKind): string {
  return recall(STORAGE_KEYS[kind]) ?? "";
}

export function rememberDevice(kind: DeviceKind, deviceId: string): void {
  remember(STORAGE_KEYS[kind], deviceId);
  for (const changed of listeners) {
    changed();
  }
}

/** Follows the choice wherever on the page it is made. */
export function useChosenDevice(kind: DeviceKind): string {
  return useSyncExternalStore(subscribe, () => chosenDevice(kind));
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}
