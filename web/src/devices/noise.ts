/** Who takes the noise around one out of one's voice, in this browser and for later talks. */
import { rememberedChoice } from "@/config/remembered-choice";

export const NOISE_CHOICES = ["browser", "rnnoise", "off"] as const;
/** `browser`: WebRTC's suppression; `rnnoise`: Xiph's network, on this device; `off`: for music, or a studio. */
export type NoiseChoice = (typeof NOISE_CHOICES)[number];

const CHOSEN = rememberedChoice("echosphere.noise");

/** What is none of them is the browser's. */
export function toNoiseChoice(text: string): NoiseChoice {
  return NOISE_CHOICES.find((choice) => choice === text) ?? "browser";
}

export function chosenNoise(): NoiseChoice {
  return toNoiseChoice(CHOSEN.read());
}

export function rememberNoise(choice: NoiseChoice): void {
  CHOSEN.remember(choice);
}

export function useChosenNoise(): NoiseChoice {
  return toNoiseChoice(CHOSEN.useValue());
}
