/** Who was muted stays muted when the page is loaded again, or comes back after a lost connection. */
import type { Microphone } from "./state/room-state";

const STORAGE_KEY = "echosphere.muted-in";

export function wasMuted(sessionId: string): boolean {
  try {
    return sessionStorage.getItem(STORAGE_KEY) === sessionId;
  } catch {
    return false;
  }
}

export function keepMute(sessionId: string, microphone: Microphone): void {
  try {
    if (microphone === "muted") {
      sessionStorage.setItem(STORAGE_KEY, sessionId);
    } else if (microphone === "on") {
      sessionStorage.removeItem(STORAGE_KEY);
    }
  } catch {
    // Storage is blocked: after a reload the button shows that one is heard.
  }
}
