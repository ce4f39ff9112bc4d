/** The server of the last talk: the page learns its address only with a pass, too late to prepare for it. */
const STORAGE_KEY = "echosphere.livekit-url";

export function knownServer(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

export function rememberServer(livekitUrl: string): void {
  try {
    localStorage.setItem(STORAGE_KEY, livekitUrl);
  } catch {
    // Storage is blocked: the next talk connects without being prepared.
  }
}
