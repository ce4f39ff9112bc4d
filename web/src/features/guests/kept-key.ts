/** By which a guest who loads the page again is the same one; it goes with the tab. */
const STORAGE_KEY = "echosphere.guest-of.";

export function keptKey(secret: string): string | undefined {
  try {
    return sessionStorage.getItem(STORAGE_KEY + secret) ?? undefined;
  } catch {
    return undefined; // Storage is blocked: after a reload one is a new guest.
  }
}

export function keepKey(secret: string, key: string | undefined): void {
  try {
    if (key === undefined) {
      sessionStorage.removeItem(STORAGE_KEY + secret);
    } else {
      sessionStorage.setItem(STORAGE_KEY + secret, key);
    }
  } catch {
    // As above.
  }
}
