/** The files that a transcript can be taken home as; the browser makes them. */
import type { Message, Session } from "@/api/types";

import { nameOf, transcriptText, type CalledIn, type Names } from "../transcript-text";
import { toSrt, toVtt } from "./subtitles";

export const FORMATS = ["txt", "vtt", "srt", "json"] as const;
export type Format = (typeof FORMATS)[number];

export interface TalkToExport {
  session: Session;
  messages: Message[];
  names: Names;
  called?: CalledIn | undefined;
  zeroS: number;
}

export const MEDIA_TYPES: Record<Format, string> = {
  txt: "text/plain;charset=utf-8",
  vtt: "text/vtt;charset=utf-8",
  srt: "application/x-subrip;charset=utf-8",
  json: "application/json;charset=utf-8",
};

const VERSION = 1;

export function contentOf(format: Format, { session, messages, names, called, zeroS }: TalkToExport): string {
  const withName = (message: Message) => ({ ...message, name: nameOf(message, names, called) });
  switch (format) {
    case "txt":
      return `${transcriptText(messages, names, called)}\n`;
    case "vtt":
      return toVtt(messages, { names, called, zeroS });
    case "srt":
      return toSrt(messages, { names, called, zeroS });
    case "json":
      return `${JSON.stringify({ version: VERSION, session, messages: messages.map(withName) }, null, 2)}\n`;
  }
}

/** Sorted by time where files lie side by side: "echosphere-2026-11-20-0502". */
export function baseName({ created_at }: Pick<Session, "created_at">): string {
  return `echosphere-${created_at.slice(0, 10)}-${created_at.slice(11, 16).replace(":", "")}`;
}
