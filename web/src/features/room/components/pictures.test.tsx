import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";

import { FakeTrack } from "@/testing/fake-audio";
import { aWorld, openPage } from "@/testing/open-page";

async function enterRoom(world = aWorld()) {
  const page = await openPage("/", world);
  await page.user.click(await screen.findByRole("button", { name: "Start talking" }));
  await screen.findByRole("log");
  await waitFor(() => { expect(page.wire.published).toHaveLength(1); });
  return page;
}

const shown = () => [...document.querySelectorAll("[data-picture]")].map((each) => `${each.getAttribute("data-from")} ${each.getAttribute("data-picture")}`);

it("a camera is shown to all and to oneself, and goes off at a press", async () => {
  const { microphones, user, wire } = await enterRoom();

  await user.click(screen.getByRole("button", { name: "Switch the camera on" }));
  expect(await screen.findByText("Your camera")).toBeVisible();
  expect(wire.shown).toMatchObject([{ source: "camera", track: microphones.pictures[0] }]);
  expect(screen.getByText("Your camera is on, and is recorded with this talk.")).toBeVisible();

  await user.click(screen.getByRole("button", { name: "Switch the camera off" }));
  await waitFor(() => { expect(wire.shown).toEqual([]); });
  expect(shown()).toEqual([]);
  expect(microphones.pictures[0]?.readyState).toBe("ended");
});

it("a screen whose sharing the browser's own bar has ended is not said to be shared", async () => {
  const { microphones, user, wire } = await enterRoom();
  await user.click(screen.getByRole("button", { name: "Share the screen" }));
  await screen.findByRole("button", { name: "Stop sharing" });

  act(() => { microphones.pictures[0]?.unplug(); });

  expect(await screen.findByRole("button", { name: "Share the screen" })).toBeVisible();
  await waitFor(() => { expect(wire.shown).toEqual([]); });
});

it.each([
  ["Switch the camera on", "NotAllowedError", /camera is blocked/],
  ["Switch the camera on", "NotFoundError", /No camera was found/],
  ["Switch the camera on", "NotReadableError", /camera is in use/],
  ["Share the screen", "NotAllowedError", /Nothing is shared/],
])("%s with %s is answered in kind words, and can be tried again", async (button, refusal, words) => {
  const world = aWorld();
  world.microphones.pictureRefusal = refusal;
  const { microphones, user, wire } = await enterRoom(world);

  await user.click(screen.getByRole("button", { name: button }));
  expect(await screen.findByText(words)).toBeVisible();

  microphones.pictureRefusal = null;
  await user.click(screen.getByRole("button", { name: button }));
  await waitFor(() => { expect(wire.shown).toHaveLength(1); });
  expect(screen.queryByText(words)).not.toBeInTheDocument();
});

it("a phone that cannot share its screen is not offered to", async () => {
  const world = aWorld();
  Object.defineProperty(world.microphones, "getDisplayMedia", { value: undefined });

  await enterRoom(world);

  expect(screen.queryByRole("button", { name: "Share the screen" })).not.toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Switch the camera on" })).toBeVisible();
});

it("what others show is shown, a screen in front of the cameras", async () => {
  const { wire } = await enterRoom();

  act(() => {
    wire.tell({
      type: "pictures",
      pictures: [
        { id: "1", source: "camera", from: "guest", identity: "guest-1", track: new FakeTrack() },
        { id: "2", source: "screen", from: "agent", identity: "agent-1", track: new FakeTrack() },
      ],
    });
  });

  expect(shown()).toEqual(["agent screen", "guest camera"]);
  expect(within(screen.getByRole("list", { name: "Cameras and screens" })).getByText("Screen of EchoSphere")).toBeVisible();
});

it("nothing is shown any more when the talk is over", async () => {
  const { microphones, user, wire } = await enterRoom();
  await user.click(screen.getByRole("button", { name: "Switch the camera on" }));
  await screen.findByText("Your camera");

  act(() => { wire.tell({ type: "disconnected", ending: "room_closed" }); });

  expect(shown()).toEqual([]);
  expect(microphones.pictures[0]?.readyState).toBe("ended");
});
