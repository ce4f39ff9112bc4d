/** Opens the camera, or asks which screen to share. */
import { microphoneFailure, type MicrophoneFailure } from "./open-microphone";

export type PictureSource = "camera" | "screen";

/** For a screen `denied` is also a person who has thought better of it: the browser does not tell them apart. */
export type PictureFailure = MicrophoneFailure;

export const pictureFailure: (error: unknown) => PictureFailure = microphoneFailure;

/** Larger pictures cost the laptop's recorder more than they show of a face. */
const CAMERA = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 15 } };
/** Text on a screen is read, not watched. */
const SCREEN = { frameRate: { ideal: 10 } };

/** Phones cannot: their browsers lack the call, or name it and always refuse. */
export function canShareScreen(): boolean {
  const { mediaDevices } = navigator as { mediaDevices?: Partial<MediaDevices> };
  return typeof mediaDevices?.getDisplayMedia === "function";
}

export async function openPicture(source: PictureSource): Promise<MediaStreamTrack> {
  const stream = await (source === "camera"
    ? navigator.mediaDevices.getUserMedia({ video: CAMERA })
    : navigator.mediaDevices.getDisplayMedia({ video: SCREEN, audio: false }));
  const [track] = stream.getVideoTracks();
  if (track === undefined) {
    throw new DOMException("the stream has no picture", "NotFoundError");
  }
  return track;
}
