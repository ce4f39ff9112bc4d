/** The devices of this machine, by name, as they come and go. */
import { useEffect, useState } from "react";

import type { DeviceKind } from "./choice";

const KINDS: Record<DeviceKind, MediaDeviceKind> = { microphone: "audioinput", speaker: "audiooutput" };
/** Aliases of Chromium for what is listed anyway; "the browser's choice" says the same. */
const ALIASES = ["default", "communications"];

/** Empty before the person has allowed a microphone: until then devices have neither id nor name. */
export async function listDevices(kind: DeviceKind): Promise<MediaDeviceInfo[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter((device) => device.kind === KINDS[kind] && device.deviceId !== "" && !ALIASES.includes(device.deviceId));
}

/** `seenWith`: what has just been opened, since names come with the permission. */
export function useDevices(kind: DeviceKind, seenWith?: unknown): MediaDeviceInfo[] {
  const [devices, setDevices] = useState<MediaDeviceInfo[]>([]);
  useEffect(() => {
    let isShown = true;
    const read = () => {
      listDevices(kind).then(
        (found) => { if (isShown) setDevices(found); },
        // Without a list there is the browser's choice.
        () => undefined,
      );
    };
    read();
    navigator.mediaDevices.addEventListener("devicechange", read);
    return () => {
      isShown = false;
      navigator.mediaDevices.removeEventListener("devicechange", read);
    };
  }, [kind, seenWith]);
  return devices;
}
