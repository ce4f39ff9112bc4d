/** Fetches the engine when a talk can be played, never before: it is larger than the rest of the page. */
import type { OpenEngine } from "./engine";

export const openEngine: OpenEngine = async (media, tell) => {
  const { HlsEngine } = await import("./hls-engine");
  // Asked first: Chromium claims to play HLS by itself, without a choice of quality.
  if (HlsEngine.isSupported()) {
    return new HlsEngine(media, tell);
  }
  const { NativeEngine } = await import("./native-engine");
  return new NativeEngine(media, tell);
};
