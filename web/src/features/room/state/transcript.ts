/** What has been said so far, as lines that grow: pure rules over the events of the wire. */
import type { Segment } from "../wire/wire";

export interface Line {
  id: string;
  role: "user" | "assistant";
  text: string;
  /** Seconds since the talk began, when the line first appeared. */
  atS: number;
  /** A line that is not final may still grow or be corrected. */
  final: boolean;
  interrupted: boolean;
  via: "voice" | "text";
}

export interface Heard {
  segment: Segment;
  atS: number;
  /** Whether the person was speaking when this came. */
  personSpeaking: boolean;
}

/**
 * LiveKit ends the agent's segment in the same way whether it was said to its end or cut short,
 * so a segment that ends while the person speaks counts as interrupted.
 */
export function hear(lines: Line[], { segment, atS, personSpeaking }: Heard): Line[] {
  const known = lines.find((line) => line.id === segment.id);
  const cut = segment.role === "assistant" && segment.final && personSpeaking;
  const line: Line = {
    id: segment.id,
    role: segment.role,
    text: segment.text,
    atS: known?.atS ?? atS,
    final: segment.final,
    interrupted: known?.interrupted === true || cut,
    via: "voice",
  };
  if (known === undefined) {
    return segment.text.trim() === "" ? lines : [...lines, line];
  }
  return lines.map((one) => (one.id === segment.id ? line : one));
}

/** A typed message is final at once, and cuts short what the agent was saying. */
export function type(lines: Line[], typed: { id: string; text: string; atS: number }): Line[] {
  const before = lines.map((line) =>
    line.role === "assistant" && !line.final ? { ...line, interrupted: true } : line,
  );
  return [...before, { ...typed, role: "user", final: true, interrupted: false, via: "text" }];
}
