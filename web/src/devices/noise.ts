/** Who takes the noise around one out of one's voice, in this browser and for later talks. */
import { useSyncExternalStore } from "react";

import { recall, remember } from "@/config/remembered";

export const NOISE_CHOICES = ["browser", "rnnoise", "off"] as const;
/** `browser`: WebRTC's suppression; `rnnoise`: Xiph's network, on this device; `off`: for music, or a studio. */
export type NoiseChoice = (typeof NOISE_CHOICES)[number];

const STORAGE_KEY = "echosphere.noise";
const listeners = new Set<() => void>();

export function chosenNoise(): NoiseChoice {
  const kept = recall(STORAGE_KEY);
  return NOISE_CHOICES.find((choice) => choice === kept) ?? "browser";
}

export function rememberNoise(choice: NoiseChoice): void {
  remember(STORAGE_KEY, choice);
  for (const changed of listeners) {
    changed();
  }
}

export function useChosenNoise(): NoiseChoice {
  return useSyncExternalStore(subscribe, chosenNoise);
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}
