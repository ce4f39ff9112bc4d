/** Two soft notes from the chosen speaker, so that one hears where a talk would sound. */
import { canChooseSpeaker } from "./speaker";

/** E5 and A5, a fourth: friendly, and heard on small speakers. */
const NOTES_HZ = [659, 880];
const NOTE_S = 0.22;
const LOUDNESS = 0.2;

/** By way of an element, since not every browser lets an AudioContext choose. Rejects where the speaker is gone. */
export async function playChime(deviceId: string): Promise<void> {
  const context = new AudioContext();
  try {
    const stream = context.createMediaStreamDestination();
    const speaker = new Audio();
    speaker.srcObject = stream.stream;
    if (canChooseSpeaker()) {
      await speaker.setSinkId(deviceId);
    }
    await speaker.play();
    await ring(context, stream);
  } finally {
    await context.close();
  }
}

function ring(context: AudioContext, out: AudioNode): Promise<void> {
  const loudness = context.createGain();
  loudness.connect(out);
  const endsAt = context.currentTime + NOTES_HZ.length * NOTE_S;
  loudness.gain.setValueAtTime(LOUDNESS, context.currentTime);
  loudness.gain.linearRampToValueAtTime(0, endsAt);
  const tone = context.createOscillator();
  NOTES_HZ.forEach((hz, index) => { tone.frequency.setValueAtTime(hz, context.currentTime + index * NOTE_S); });
  tone.connect(loudness);
  tone.start();
  tone.stop(endsAt);
  return new Promise((resolve) => { tone.onended = () => { resolve(); }; });
}
