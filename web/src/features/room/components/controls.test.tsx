import { act, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";

import { openPage } from "@/testing/open-page";

async function enterRoom() {
  const page = await openPage("/");
  await page.user.click(await screen.findByRole("button", { name: "Start talking" }));
  await waitFor(() => { expect(screen.getByRole("button", { name: "Mute" })).toHaveAttribute("aria-busy", "false"); });
  return page;
}

it("the key M mutes and unmutes anywhere in the room", async () => {
  const { user, wire } = await enterRoom();

  await user.keyboard("m");
  expect(await screen.findByRole("button", { name: "Unmute" })).toBeVisible();
  expect(wire.muted).toBe(true);

  await user.keyboard("M");
  expect(await screen.findByRole("button", { name: "Mute" })).toBeVisible();
});

it("an M in a message is a letter", async () => {
  const { user, wire } = await enterRoom();

  await user.type(screen.getByRole("textbox", { name: "Message" }), "hmm");

  expect(wire.muted).toBe(false);
  expect(screen.getByRole("textbox", { name: "Message" })).toHaveValue("hmm");
});

it("sound that the browser holds back plays after a press", async () => {
  const { user, wire } = await enterRoom();
  act(() => { wire.tell({ type: "sound", sound: "blocked" }); });

  await user.click(await screen.findByRole("button", { name: "Play the sound" }));

  expect(wire.soundAllowed).toBe(true);
  expect(screen.queryByRole("button", { name: "Play the sound" })).not.toBeInTheDocument();
});

it("a weak connection is said in words", async () => {
  const { wire } = await enterRoom();

  act(() => { wire.tell({ type: "quality", quality: "poor" }); });

  expect(screen.getByText("connection weak")).toBeVisible();
});
