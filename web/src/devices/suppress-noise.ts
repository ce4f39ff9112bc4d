/** RNNoise between the microphone and the room: some 13 ms late, 150 kB that are fetched when it is chosen. */
import { RnnoiseWorkletNode, loadRnnoise } from "@sapphi-red/web-noise-suppressor";
import simdUrl from "@sapphi-red/web-noise-suppressor/rnnoise_simd.wasm?url";
import url from "@sapphi-red/web-noise-suppressor/rnnoise.wasm?url";
import workletUrl from "@sapphi-red/web-noise-suppressor/rnnoiseWorklet.js?url";

/** What the network was trained at. */
const RATE_HZ = 48_000;
/** Sound may not begin before a press in some browsers, which would be waited for without an end. */
const BEGINS_WITHIN_MS = 2000;

/** The microphone without its noise: it has the microphone's name, ends with it, and lets go of it when it is stopped. */
export async function suppressNoise(microphone: MediaStreamTrack): Promise<MediaStreamTrack> {
  const context = new AudioContext({ sampleRate: RATE_HZ, latencyHint: "interactive" });
  try {
    const [wasmBinary] = await Promise.all([loadRnnoise({ url, simdUrl }), context.audioWorklet.addModule(workletUrl), begin(context)]);
    const network = new RnnoiseWorkletNode(context, { maxChannels: 1, wasmBinary });
    const outlet = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
    new MediaStreamAudioSourceNode(context, { mediaStream: new MediaStream([microphone]) }).connect(network).connect(outlet);
    const [quiet] = outlet.stream.getAudioTracks();
    if (quiet === undefined) {
      throw new DOMException("the network gives no sound", "NotFoundError");
    }
    return standFor(microphone, quiet, () => {
      network.destroy();
      void context.close();
    });
  } catch (error) {
    void context.close();
    throw error;
  }
}

async function begin(context: AudioContext): Promise<void> {
  await Promise.race([
    context.resume(),
    new Promise((_, reject) => setTimeout(() => { reject(new DOMException("no sound yet", "NotAllowedError")); }, BEGINS_WITHIN_MS)),
  ]);
}

function standFor(microphone: MediaStreamTrack, quiet: MediaStreamTrack, release: () => void): MediaStreamTrack {
  const stop = quiet.stop.bind(quiet);
  const end = () => {
    stop();
    release();
  };
  quiet.stop = () => {
    microphone.stop();
    end();
  };
  microphone.addEventListener("ended", () => {
    end();
    // A browser tells only of an end that it has not been asked for.
    quiet.dispatchEvent(new Event("ended"));
  }, { once: true });
  quiet.getSettings = () => ({ ...microphone.getSettings(), channelCount: 1 });
  return quiet;
}
