/** The microphone one has chosen, for this and later talks; "" is the browser's choice. */
const STORAGE_KEY = "echosphere.microphone";

export function chosenMicrophone(): string {
  try {
    return localStorage.getItem(STORAGE_KEY) ?? "";
  } catch {
    return "";
  }
}

export function rememberMicrophone(deviceId: string): void {
  try {
    localStorage.setItem(STORAGE_KEY, deviceId);
  } catch {
    // Storage is blocked: the choice lasts until the page is closed.
  }
}
