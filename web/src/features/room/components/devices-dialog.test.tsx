import { screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it } from "vitest";

import { chosenDevice, rememberDevice } from "@/devices/choice";
import { aWorld, openPage } from "@/testing/open-page";

const DEVICES = [
  { deviceId: "m1", kind: "audioinput", label: "Headset" },
  { deviceId: "m2", kind: "audioinput", label: "Desk microphone" },
  { deviceId: "s1", kind: "audiooutput", label: "Loudspeaker" },
];

beforeEach(() => {
  Object.defineProperty(HTMLMediaElement.prototype, "setSinkId", { value: () => Promise.resolve(), configurable: true });
});

afterEach(() => {
  Reflect.deleteProperty(HTMLMediaElement.prototype, "setSinkId");
});

async function enterRoom(devices = DEVICES) {
  const world = aWorld();
  world.microphones.devices = devices;
  const page = await openPage("/", world);
  await page.user.click(await screen.findByRole("button", { name: "Start talking" }));
  await screen.findByRole("log");
  await waitFor(() => { expect(page.wire.published).toHaveLength(1); });
  return page;
}

it("another microphone is chosen during a talk, by the keyboard alone, and remembered", async () => {
  const { microphones, user, wire } = await enterRoom();
  screen.getByRole("button", { name: "Microphone and speaker" }).focus();
  await user.keyboard("{Enter}");

  await user.selectOptions(await screen.findByRole("combobox", { name: "Microphone" }), "Desk microphone");

  await waitFor(() => { expect(wire.published).toHaveLength(2); });
  expect(wire.sent).toBe(microphones.opened[1]);
  expect(microphones.asked.at(-1)).toMatchObject({ audio: { deviceId: { ideal: "m2" } } });
  expect(chosenDevice("microphone")).toBe("m2");
});

it("another speaker is chosen during a talk, and remembered", async () => {
  const { user, wire } = await enterRoom();
  await user.click(screen.getByRole("button", { name: "Microphone and speaker" }));

  await user.selectOptions(await screen.findByRole("combobox", { name: "Speaker" }), "Loudspeaker");

  await waitFor(() => { expect(wire.speakers).toEqual(["s1"]); });
  expect(chosenDevice("speaker")).toBe("s1");
});

it("a talk is heard on the remembered speaker, and on the browser's choice once that is unplugged, which is said", async () => {
  rememberDevice("speaker", "s1");
  const { microphones, wire } = await enterRoom();
  await waitFor(() => { expect(wire.speakers).toEqual(["s1"]); });

  microphones.devices = DEVICES.slice(0, 2);
  microphones.dispatchEvent(new Event("devicechange"));

  expect(await screen.findByText(/The speaker is gone/)).toBeVisible();
  expect(wire.speakers).toEqual(["s1", ""]);
});

it("where the browser lets no page choose the speaker, it says so", async () => {
  Reflect.deleteProperty(HTMLMediaElement.prototype, "setSinkId");
  const { user } = await enterRoom();

  await user.click(screen.getByRole("button", { name: "Microphone and speaker" }));

  expect(await screen.findByText(/plays where your system does/)).toBeVisible();
  expect(screen.queryByRole("combobox", { name: "Speaker" })).not.toBeInTheDocument();
});

it("a chosen microphone that is not there is said to be missing, and the one that is heard is named", async () => {
  rememberDevice("microphone", "m9");
  const world = aWorld();
  world.microphones.opensAs = "m1";
  const { user, wire } = await openPage("/", world);
  await user.click(await screen.findByRole("button", { name: "Start talking" }));
  await waitFor(() => { expect(wire.published).toHaveLength(1); });

  expect(await screen.findByText(/The microphone that you chose is not there.*A microphone/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Close" }));
  expect(screen.queryByText(/that you chose is not there/)).not.toBeInTheDocument();
});
