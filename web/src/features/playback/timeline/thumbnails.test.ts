// @vitest-environment node
import { expect, it } from "vitest";

import { thumbnailAt, thumbnailsOf } from "./thumbnails";

const VTT = `WEBVTT

00:00:00.000 --> 00:00:02.000
sprite.jpg#xywh=0,0,160,90

01:02.500 --> 01:04.000
sprite.jpg#xywh=160,90,160,90
`;

const found = thumbnailsOf(VTT, { vttUrl: "https://host/media/s1/002/sprite.vtt", offsetS: 20 });

it("a picture is where its sheet says, at the second of the talk", () => {
  expect(found[1]).toEqual({
    fromS: 82.5,
    toS: 84,
    url: "https://host/media/s1/002/sprite.jpg",
    x: 160,
    y: 90,
    width: 160,
    height: 90,
  });
});

it("a moment has the picture of its time, and none elsewhere", () => {
  expect(thumbnailAt(found, 21)?.x).toBe(0);
  expect(thumbnailAt(found, 50)).toBeNull();
});
