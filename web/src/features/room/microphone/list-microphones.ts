/** Microphones by name; the browser's own alias entry is left out, as "the browser's choice" says the same. */
export async function listMicrophones(): Promise<MediaDeviceInfo[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter(({ kind, deviceId }) => kind === "audioinput" && deviceId !== "default" && deviceId !== "");
}
