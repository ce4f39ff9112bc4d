/** Opens a microphone with what a talk needs: no echo of the agent's voice, no hiss, an even level. */
import { chosenDevice } from "./choice";
import { chosenNoise } from "./noise";

/** `missing`: none is plugged in; `taken`: another program holds it. */
export type MicrophoneFailure = "denied" | "missing" | "taken" | "failed";

/** A device that is not there any more is no error: the browser then opens its own choice. */
export async function openMicrophone(deviceId = chosenDevice("microphone")): Promise<MediaStreamTrack> {
  const noise = chosenNoise();
  const stream = await devices().getUserMedia({
    audio: {
      echoCancellation: true,
      noiseSuppression: noise === "browser",
      autoGainControl: true,
      channelCount: 1,
      ...(deviceId !== "" && { deviceId: { ideal: deviceId } }),
    },
  });
  const [track] = stream.getAudioTracks();
  if (track === undefined) {
    throw new DOMException("the stream has no audio", "NotFoundError");
  }
  return noise === "rnnoise" ? withoutNoise(track) : track;
}

/** Where the network cannot run, the browser does what it can: a talk is worth more than its silence. */
async function withoutNoise(track: MediaStreamTrack): Promise<MediaStreamTrack> {
  try {
    const { suppressNoise } = await import("./suppress-noise");
    return await suppressNoise(track);
  } catch {
    await track.applyConstraints({ noiseSuppression: true }).catch(() => undefined);
    return track;
  }
}

/** The names are those of the Media Capture specification, section 10.3. */
export function microphoneFailure(error: unknown): MicrophoneFailure {
  if (!(error instanceof DOMException)) {
    return "failed";
  }
  switch (error.name) {
    case "NotAllowedError":
    case "SecurityError":
      return "denied";
    case "NotFoundError":
    case "OverconstrainedError":
      return "missing";
    case "NotReadableError":
    case "AbortError":
      return "taken";
    default:
      return "failed";
  }
}

/** Whether one is heard by another device than the one chosen, because that is not there. */
export function isStandIn(track: MediaStreamTrack, deviceId: string): boolean {
  const { deviceId: opened } = track.getSettings();
  return deviceId !== "" && opened !== undefined && opened !== deviceId;
}

/** Browsers hide it on pages that came without TLS. */
function devices(): MediaDevices {
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
  if (mediaDevices === undefined) {
    throw new DOMException("no devices on an insecure page", "SecurityError");
  }
  return mediaDevices;
}
