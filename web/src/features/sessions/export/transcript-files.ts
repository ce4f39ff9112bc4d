/** The files that a transcript can be taken home as; the browser makes them. */
import type { Message, Session } from "@/api/types";

import { transcriptText, type Names } from "../transcript-text";
import { toSrt, toVtt } from "./subtitles";

export const FORMATS = ["txt", "vtt", "srt", "json"] as const;
export type Format = (typeof FORMATS)[number];

export interface TalkToExport {
  session: Session;
  messages: Message[];
  names: Names;
  zeroS: number;
}

export const MEDIA_TYPES: Record<Format, string> = {
  txt: "text/plain;charset=utf-8",
  vtt: "text/vtt;charset=utf-8",
  srt: "application/x-subrip;charset=utf-8",
  json: "application/json;charset=utf-8",
};

const VERSION = 1;

export function contentOf(format: Format, { session, messages, names, zeroS }: TalkToExport): string {
  switch (format) {
    case "txt":
      return `${transcriptText(messages, names)}\n`;
    case "vtt":
      return toVtt(messages, { names, zeroS });
    case "srt":
      return toSrt(messages, { names, zeroS });
    case "json":
      return `${JSON.stringify({ version: VERSION, session, messages }, null, 2)}\n`;
  }
}

/** Sorted by time where files lie side by side: "echosphere-2026-11-20-0502". */
export function baseName({ created_at }: Pick<Session, "created_at">): string {
  return `echosphere-${created_at.slice(0, 10)}-${created_at.slice(11, 16).replace(":", "")}`;
}
