/** The microphone and the speaker one has chosen, for this and later talks; "" is the browser's choice. */
import { rememberedChoice } from "@/config/remembered-choice";

export type DeviceKind = "microphone" | "speaker";

const CHOSEN = {
  microphone: rememberedChoice("echosphere.microphone"),
  speaker: rememberedChoice("echosphere.speaker"),
} satisfies Record<DeviceKind, unknown>;

export function chosenDevice(kind: DeviceKind): string {
  return CHOSEN[kind].read();
}

export function rememberDevice(kind: DeviceKind, deviceId: string): void {
  CHOSEN[kind].remember(deviceId);
}

/** Follows the choice wherever on the page it is made. */
export function useChosenDevice(kind: DeviceKind): string {
  return CHOSEN[kind].useValue();
}
