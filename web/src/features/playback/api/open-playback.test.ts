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

const playbackOf = (part: ReturnType<typeof aPart>) => ({
  expires_at: "2026-11-21T12:00:00Z",
  signed_query: "Policy=p",
  parts: [part],
});

it("every file that the page reads itself is read where the browser keeps cookies away, too", () => {
  const folder = "/media/s1/001";
  const part = aPart({ captions_url: `${folder}/captions.vtt`, sprite_url: `${folder}/sprite.vtt`, poster_url: `${folder}/poster.jpg` });

  expect(withSignedFiles(playbackOf(part)).parts[0]).toMatchObject({
    peaks_url: `${folder}/peaks.json?Policy=p`,
    captions_url: `${folder}/captions.vtt?Policy=p`,
    mix_url: `${folder}/mix.m4a?Policy=p`,
    dual_url: `${folder}/dual.m4a?Policy=p`,
    sprite_url: `${folder}/sprite.vtt?Policy=p`,
    poster_url: `${folder}/poster.jpg?Policy=p`,
  });
});

it("what was never made is not signed", () => {
  expect(withSignedFiles(playbackOf(aPart({ mix_url: null, dual_url: null }))).parts[0]).toMatchObject({
    captions_url: null,
    mix_url: null,
    dual_url: null,
    sprite_url: null,
    poster_url: null,
  });
});
