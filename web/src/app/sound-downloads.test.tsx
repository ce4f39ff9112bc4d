import { screen } from "@testing-library/react";
import { expect, it } from "vitest";

import { aPart } from "@/testing/examples";
import { aReplayedWorld, openReplay } from "@/testing/open-replay";

async function offered(...parts: ReturnType<typeof aPart>[]) {
  const world = aReplayedWorld(({ backend }) => { backend.playback.parts = parts; });
  const { user } = await openReplay("/sessions/s1", world);
  await user.click(screen.getByRole("button", { name: "Download" }));
  return screen.getAllByRole("link", { name: /^Sound/ }).map((link) => [link.textContent, link.getAttribute("href")]);
}

it("offers the talk's sound mixed and by voice", async () => {
  expect(await offered(aPart())).toEqual([
    ["Sound: both voices together", "/media/s1/001/mix.m4a?signature=x"],
    ["Sound: each voice in its own channel", "/media/s1/001/dual.m4a?signature=x"],
  ]);
});

it("numbers the files of a talk that was recorded in two parts, and leaves out what was never made", async () => {
  expect(await offered(aPart({ mix_url: null }), aPart({ attempt: 2, offset_s: 25 }))).toEqual([
    ["Sound: each voice in its own channel (1)", "/media/s1/001/dual.m4a?signature=x"],
    ["Sound: both voices together (2)", "/media/s1/002/mix.m4a?signature=x"],
    ["Sound: each voice in its own channel (2)", "/media/s1/002/dual.m4a?signature=x"],
  ]);
});
