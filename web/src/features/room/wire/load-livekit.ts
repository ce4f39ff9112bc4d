/** LiveKit is the largest part of the page, so it loads apart, while one still reads the first page. */
import { knownServer } from "./known-server";
import type { OpenWire } from "./wire";

export const openLiveKitWire: OpenWire = async (tell) => {
  const { LiveKitWire } = await import("./livekit-wire");
  return new LiveKitWire(tell);
};

export async function warmLiveKit(): Promise<void> {
  const { prepareConnection } = await import("./livekit-wire");
  const server = knownServer();
  if (server !== null) {
    await prepareConnection(server);
  }
}

/** Whoever speaks at once is answered, though neither LiveKit's code nor a room may be there yet. */
export async function keepEarlyWords(microphone: MediaStreamTrack): Promise<void> {
  const { keepWords } = await import("./livekit-early-words");
  keepWords(microphone);
}

export async function forgetEarlyWords(microphone: MediaStreamTrack): Promise<void> {
  const { forgetWords } = await import("./livekit-early-words");
  forgetWords(microphone);
}
