/** Opens a microphone with what a talk needs: no echo of the agent's voice, no hiss, an even level. */
import type { Microphone } from "../state/room-state";
import { chosenMicrophone } from "./chosen-microphone";

export async function openMicrophone(deviceId = chosenMicrophone()): Promise<MediaStreamTrack> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: {
      echoCancellation: true,
      noiseSuppression: true,
      autoGainControl: true,
      ...(deviceId !== "" && { deviceId: { ideal: deviceId } }),
    },
  });
  const [track] = stream.getAudioTracks();
  if (track === undefined) {
    throw new DOMException("the stream has no audio", "NotFoundError");
  }
  return track;
}

export type MicrophoneFailure = Extract<Microphone, "denied" | "missing" | "failed">;

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
    default:
      return "failed";
  }
}
