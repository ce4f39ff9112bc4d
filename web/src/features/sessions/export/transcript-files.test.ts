// @vitest-environment node
import { expect, it } from "vitest";

import { aMessage, aSession } from "@/testing/examples";

import { baseName, contentOf, type TalkToExport } from "./transcript-files";

const talk: TalkToExport = {
  session: aSession(),
  messages: [
    aMessage({ id: "1", role: "user", text: "Is 1 < 2 & 3?", started_s: 1.25, ended_s: 3.5 }),
    aMessage({ id: "2", text: "Yes.\n\nIt is.", started_s: 3725, ended_s: 3725 }),
  ],
  names: { user: "You", assistant: "EchoSphere", system: "Note" },
  zeroS: 0,
};

it("TXT is one message a line, with its time and who said it", () => {
  expect(contentOf("txt", talk)).toBe("0:01 You: Is 1 < 2 & 3?\n1:02:05 EchoSphere: Yes.\n\nIt is.\n");
});

it("VTT names the voice of each cue, escapes what it must, and has no empty line inside a cue", () => {
  expect(contentOf("vtt", talk)).toBe(
    "WEBVTT\n\n00:00:01.250 --> 00:00:03.500\n<v You>Is 1 &lt; 2 &amp; 3?\n\n" +
      "01:02:05.000 --> 01:02:05.300\n<v EchoSphere>Yes.\nIt is.\n",
  );
});

it("SRT is numbered, with a comma before the milliseconds", () => {
  expect(contentOf("srt", talk)).toBe(
    "1\n00:00:01,250 --> 00:00:03,500\nYou: Is 1 < 2 & 3?\n\n2\n01:02:05,000 --> 01:02:05,300\nEchoSphere: Yes.\nIt is.\n",
  );
});

it("subtitles go with the recording, which begins before or after the talk", () => {
  expect(contentOf("srt", { ...talk, zeroS: -1.2 })).toContain("00:00:02,450 --> 00:00:04,700");
  expect(contentOf("srt", { ...talk, zeroS: 2 })).toContain("00:00:00,000 --> 00:00:01,500");
});

it("JSON holds the talk and every message as the API gives them, with the name of who said it", () => {
  const messages = talk.messages.map((message) => ({ ...message, name: talk.names[message.role] }));

  expect(JSON.parse(contentOf("json", talk))).toEqual({ version: 1, session: talk.session, messages });
});

it.each([
  ["txt", "0:01 Rui: Is"],
  ["vtt", "<v Rui>Is"],
  ["srt", "\nRui: Is"],
  ["json", '"name": "Rui"'],
] as const)("what a guest said stands in %s under their name", (format, expected) => {
  const called = ({ role }: { role: string }) => (role === "user" ? "Rui" : undefined);

  expect(contentOf(format, { ...talk, called })).toContain(expected);
});

it("a file is named after the moment of its talk", () => {
  expect(baseName(aSession({ created_at: "2026-11-20T05:02:00.000Z" }))).toBe("echosphere-2026-11-20-0502");
});
