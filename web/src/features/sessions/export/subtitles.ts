/** A talk as subtitles, one message a cue. */
import type { Message } from "@/api/types";

import { nameOf, type CalledIn, type Names } from "../transcript-text";

/** Players drop what is shorter. */
const SHORTEST_S = 0.3;

export interface SubtitleOptions {
  names: Names;
  called?: CalledIn | undefined;
  /** The second of the talk that is second 0 of the file they go with. */
  zeroS: number;
}

export function toVtt(messages: readonly Message[], { names, called, zeroS }: SubtitleOptions): string {
  const cues = messages.map(
    (message) => `${times(message, zeroS, ".")}\n<v ${escaped(nameOf(message, names, called))}>${escaped(oneBlock(message.text))}\n`,
  );
  return ["WEBVTT\n", ...cues].join("\n");
}

export function toSrt(messages: readonly Message[], { names, called, zeroS }: SubtitleOptions): string {
  const cues = messages.map(
    (message, index) => `${index + 1}\n${times(message, zeroS, ",")}\n${nameOf(message, names, called)}: ${oneBlock(message.text)}\n`,
  );
  return cues.join("\n");
}

function times({ started_s, ended_s }: Message, zeroS: number, point: string): string {
  const from = Math.max(0, started_s - zeroS);
  const to = Math.max(ended_s - zeroS, from + SHORTEST_S);
  return `${time(from, point)} --> ${time(to, point)}`;
}

/** 83.25 -> "00:01:23.250" */
function time(seconds: number, point: string): string {
  const ms = Math.round(seconds * 1000);
  const pad = (value: number, digits: number) => String(Math.floor(value)).padStart(digits, "0");
  return `${pad(ms / 3_600_000, 2)}:${pad((ms / 60_000) % 60, 2)}:${pad((ms / 1000) % 60, 2)}${point}${pad(ms % 1000, 3)}`;
}

/** An empty line would end the cue. */
function oneBlock(text: string): string {
  return text.trim().replaceAll(/\s*\n\s*/g, "\n");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
