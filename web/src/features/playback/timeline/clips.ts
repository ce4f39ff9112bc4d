/** The talk as one line of time, heard from one or more recordings: an attempt that died is followed by the next. */
import type { PlaybackPart } from "@/api/types";

/** A stretch of the talk, in its seconds, and the recording that it is heard from. */
export interface Clip {
  part: PlaybackPart;
  fromS: number;
  toS: number;
}

/**
 * In the order of the talk, never two at once. A picture is preferred where there is one, and a recording that
 * plays on to another that could be played: a change of recordings is a short silence.
 */
export function clipsOf(parts: readonly PlaybackPart[]): Clip[] {
  const spans = parts.map(spanOf).filter(({ fromS, toS }) => fromS < toS);
  const edges = [...new Set(spans.flatMap(({ fromS, toS }) => [fromS, toS]))].sort((a, b) => a - b);
  const clips: Clip[] = [];
  for (const [index, fromS] of edges.slice(0, -1).entries()) {
    const toS = edges[index + 1] ?? fromS;
    const last = clips.at(-1);
    const part = best(spans.filter((span) => span.fromS <= fromS && span.toS >= toS), last?.part);
    if (part !== undefined && part === last?.part && last.toS === fromS) {
      last.toS = toS;
    } else if (part !== undefined) {
      clips.push({ part, fromS, toS });
    }
  }
  return clips;
}

/** What is heard at a moment, or next when nothing is; undefined behind the end. */
export function clipAt(clips: readonly Clip[], talkS: number): Clip | undefined {
  return clips.find(({ toS }) => talkS < toS);
}

export function clipAfter(clips: readonly Clip[], clip: Clip): Clip | undefined {
  return clips[clips.indexOf(clip) + 1];
}

/** The nearest second of the clip's own file. */
export function toMediaS({ part, fromS, toS }: Clip, talkS: number): number {
  return Math.max(0, Math.min(Math.max(talkS, fromS), toS) - part.offset_s);
}

export function toTalkS({ part }: Clip, mediaS: number): number {
  return mediaS + part.offset_s;
}

/** All of a recording, whatever is heard instead of it. */
export function spanOf(part: PlaybackPart): Clip {
  return { part, fromS: part.offset_s, toS: part.offset_s + (part.duration_s ?? 0) };
}

function best(spans: Clip[], playing: PlaybackPart | undefined): PlaybackPart | undefined {
  const parts = spans.map(({ part }) => part);
  const pictures = parts.filter(({ kind }) => kind === "video");
  const good = pictures.length > 0 ? pictures : parts;
  return good.find((part) => part === playing) ?? good[0];
}
