// @vitest-environment node
import { expect, it } from "vitest";

import { aPart } from "@/testing/examples";

import { renewInMs, withSignedFiles } from "./open-playback";

const now = Date.parse("2026-11-21T12:00:00Z");

it.each([
  ["a minute before it runs out", "2026-11-21T12:10:00Z", 540_000],
  ["soon, but not at once, when it has run out already", "2026-11-21T11:00:00Z", 10_000],
  ["within the hour, however long it lasts", "2126-11-21T12:00:00Z", 3_600_000],
])("a permission is renewed %s", (_, expiresAt, inMs) => {
  expect(renewInMs(expiresAt, now)).toBe(inMs);
});

it("the waveform is read where the browser keeps cookies away, too", () => {
  const playback = { expires_at: "2026-11-21T12:00:00Z", signed_query: "Policy=p", parts: [aPart()] };

  expect(withSignedFiles(playback).parts[0]?.peaks_url).toBe("/media/s1/001/peaks.json?Policy=p");
});
