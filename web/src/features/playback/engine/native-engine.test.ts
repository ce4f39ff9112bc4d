import { expect, it } from "vitest";

import { aPart } from "@/testing/examples";
import { giveMetadata } from "@/testing/fake-media";

import { Replay } from "../replay";
import { NativeEngine } from "./native-engine";

async function replayOf(atS: number | null) {
  const media = document.createElement("video");
  const replay = new Replay({ media, openEngine: (element, tell) => Promise.resolve(new NativeEngine(element, tell)) });
  const playback = { expires_at: "2026-11-21T12:00:00Z", signed_query: "Policy=p", parts: [aPart()] };
  const renewed = { ...playback, parts: [aPart({ signed_master_url: "/renewed.m3u8" })] };
  replay.open();
  await replay.load(playback, { renew: () => Promise.resolve(renewed), atS });
  const refuse = async () => {
    media.dispatchEvent(new Event("error"));
    await expect.poll(() => media.getAttribute("src")).toBe("/renewed.m3u8");
  };
  return { media, replay, refuse };
}

it("what was playing plays on, from its moment, once its permission is renewed", async () => {
  const { media, replay, refuse } = await replayOf(null);
  replay.play();
  giveMetadata(media);
  media.currentTime = 40;

  await refuse();
  giveMetadata(media);

  expect([media.paused, media.currentTime]).toEqual([false, 40]);
});

it("what was silent stays so when its permission is renewed", async () => {
  const { media, refuse } = await replayOf(null);
  giveMetadata(media);

  await refuse();
  giveMetadata(media);

  expect(media.paused).toBe(true);
});

it("a link's moment is not lost when the file is refused before anything of it came", async () => {
  const { media, refuse } = await replayOf(90);

  await refuse();
  giveMetadata(media);

  expect(media.currentTime).toBe(90);
});
