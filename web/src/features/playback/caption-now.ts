import type { Caption } from "./replay-state";

/** Who speaks stands in the cue's voice, as `echosphere/domain/captions.py` writes it. */
const VOICE = /^<v\s+([^>]+)>/;
const SIDES: Partial<Record<string, Caption["side"]>> = { Person: "person", Agent: "agent" };

/** The words of this moment; null when nobody speaks. */
export function captionNow({ textTracks }: Pick<HTMLMediaElement, "textTracks">): Caption | null {
  for (const track of textTracks) {
    const cue = track.mode === "disabled" ? undefined : track.activeCues?.[0];
    if (cue !== undefined && "text" in cue && typeof cue.text === "string") {
      return captionOf(cue.text);
    }
  }
  return null;
}

export function captionOf(cue: string): Caption {
  const voice = VOICE.exec(cue)?.[1];
  return { side: SIDES[voice ?? ""] ?? null, text: plain(cue) };
}

function plain(cue: string): string {
  const text = cue.replaceAll(/<[^>]*>/g, "");
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&").trim();
}
