/** What is said from the moment the microphone opens, while there is no room yet: the agent answers it when it comes. */
import { LocalAudioTrack, Track } from "livekit-client";

/** What the agent can decode. Safari may offer MP4 alone, of which it would hear noise. */
const DECODED = "audio/webm;codecs=opus";

/** By microphone, until the room takes it. */
const kept = new WeakMap<MediaStreamTrack, LocalAudioTrack>();
/** This code may come later than the room. */
const taken = new WeakSet<MediaStreamTrack>();

export function keepWords(microphone: MediaStreamTrack): void {
  if (!canKeepWords(microphone) || taken.has(microphone) || microphone.readyState === "ended") {
    return;
  }
  const track = toTrack(microphone);
  track.startPreConnectBuffer();
  kept.set(microphone, track);
}

/** LiveKit's track of a microphone, with what was said so far where it was kept, and kept from now on otherwise. */
export function takeTrack(microphone: MediaStreamTrack, { muted }: { muted: boolean }): LocalAudioTrack {
  const early = kept.get(microphone);
  kept.delete(microphone);
  taken.add(microphone);
  const track = early ?? toTrack(microphone);
  if (muted) {
    track.stopPreConnectBuffer();
  } else if (early === undefined && canKeepWords(microphone)) {
    track.startPreConnectBuffer();
  }
  return track;
}

/** The talk that it was opened for does not come. */
export function forgetWords(microphone: MediaStreamTrack): void {
  kept.get(microphone)?.stopPreConnectBuffer();
  kept.delete(microphone);
}

/** LiveKit's agent takes two channels for one, and would hear them at half their speed. */
export function canKeepWords(microphone: MediaStreamTrack): boolean {
  const { channelCount = 1 } = microphone.getSettings();
  return channelCount === 1 && typeof MediaRecorder !== "undefined" && MediaRecorder.isTypeSupported(DECODED);
}

function toTrack(microphone: MediaStreamTrack): LocalAudioTrack {
  const track = new LocalAudioTrack(microphone, undefined, true);
  track.source = Track.Source.Microphone;
  return track;
}
