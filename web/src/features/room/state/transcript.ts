/** What has been said so far, as lines that grow: pure rules over what is heard, typed and recorded. */
import type { Message } from "@/api/types";

import type { Segment } from "../wire/wire";

/** `waiting`: until somebody listens. `failed`: sent again on request only. */
export type Unsent = "waiting" | "sending" | "failed";

export interface Line {
  id: string;
  role: "user" | "assistant";
  /** The identity of a person who is not oneself. */
  speaker?: string;
  text: string;
  /** Seconds since the talk began, when the line first appeared. */
  atS: number;
  /** A line that is not final may still grow or be corrected. */
  final: boolean;
  interrupted: boolean;
  via: "voice" | "text";
  /** How far a typed line has come on its way; null for all that has arrived. */
  unsent: Unsent | null;
}

export function hear(lines: Line[], segment: Segment, atS: number): Line[] {
  const known = lines.find(({ id }) => id === segment.id);
  if (known === undefined) {
    const line: Line = { ...segment, atS, interrupted: false, via: segment.via ?? "voice", unsent: null };
    return segment.text.trim() === "" ? lines : [...lines, line];
  }
  const grown: Line = { ...known, text: segment.text, final: segment.final };
  return lines.map((line) => (line === known ? grown : line));
}

export function type(lines: Line[], typed: Pick<Line, "id" | "text" | "atS">): Line[] {
  return [...lines, { ...typed, role: "user", final: true, interrupted: false, via: "text", unsent: "waiting" }];
}

export function deliver(lines: Line[], id: string, unsent: Unsent | null): Line[] {
  return lines.map((line) => (line.id === id ? { ...line, unsent } : line));
}

/** Nothing more goes out of a room that is over. */
export function giveUpSending(lines: Line[]): Line[] {
  return lines.map((line) => (line.unsent === null ? line : { ...line, unsent: "failed" }));
}

/**
 * Marks what was cut short, by the record: LiveKit ends the agent's segment in the same way
 * whether it was said to its end or not. Answers the same lines when there is nothing to mark.
 */
export function markInterrupted(lines: Line[], record: Message[]): Line[] {
  const cut = record.filter(({ role, interrupted }) => role === "assistant" && interrupted);
  const isCut = (line: Line) =>
    line.role === "assistant" && !line.interrupted && cut.some(({ text }) => isSame(text, line.text));
  return lines.some(isCut)
    ? lines.map((line) => (isCut(line) ? { ...line, final: true, interrupted: true } : line))
    : lines;
}

/** The record may end a word before or after the words that were shown when the voice stopped. */
function isSame(recorded: string, shown: string): boolean {
  const [a, b] = [withoutSpaces(recorded), withoutSpaces(shown)];
  return a !== "" && b !== "" && (a.startsWith(b) || b.startsWith(a));
}

function withoutSpaces(text: string): string {
  return text.replaceAll(/\s+/g, "");
}
