import { render, screen } from "@testing-library/react";
import { I18nextProvider } from "react-i18next";
import { expect, it, vi } from "vitest";

import { createI18n } from "@/i18n/i18n";
import { FakeTrack } from "@/testing/fake-audio";
import { FakeMicrophones } from "@/testing/fake-microphones";

import { browserOf } from "./browser";
import { chosenDevice, rememberDevice } from "./choice";
import { listDevices } from "./list-devices";
import { MicrophoneHelp } from "./microphone-help";
import { rememberNoise } from "./noise";
import { isStandIn, microphoneFailure, openMicrophone } from "./open-microphone";
import { en } from "./words";

it("a device that is chosen is remembered, each kind for itself", () => {
  expect([chosenDevice("microphone"), chosenDevice("speaker")]).toEqual(["", ""]);

  rememberDevice("speaker", "s1");

  expect([chosenDevice("microphone"), chosenDevice("speaker")]).toEqual(["", "s1"]);
});

it("devices are listed by their kind, without the browser's aliases and without those it hides", async () => {
  const devices = [
    { deviceId: "default", kind: "audioinput", label: "Default" },
    { deviceId: "m1", kind: "audioinput", label: "Headset" },
    { deviceId: "", kind: "audioinput", label: "" },
    { deviceId: "s1", kind: "audiooutput", label: "Loudspeaker" },
  ];
  new FakeMicrophones().install().devices = devices;

  expect((await listDevices("microphone")).map(({ deviceId }) => deviceId)).toEqual(["m1"]);
  expect((await listDevices("speaker")).map(({ deviceId }) => deviceId)).toEqual(["s1"]);
});

it.each([
  ["NotAllowedError", "denied"],
  ["SecurityError", "denied"],
  ["NotFoundError", "missing"],
  ["OverconstrainedError", "missing"],
  ["NotReadableError", "taken"],
  ["AbortError", "taken"],
  ["TypeMismatchError", "failed"],
])("the browser's %s means that the microphone is %s", (name, failure) => {
  expect(microphoneFailure(new DOMException("no", name))).toBe(failure);
});

it("another microphone than the chosen one is told from it, where the browser says which it opened", () => {
  const track = new FakeTrack();
  expect(isStandIn(track, "m1")).toBe(false);

  track.getSettings = () => ({ deviceId: "m2" });

  expect([isStandIn(track, "m1"), isStandIn(track, "m2"), isStandIn(track, "")]).toEqual([true, false, false]);
});

it.each([
  ["browser", true],
  ["rnnoise", false],
  ["off", false],
] as const)("with noise left to %s the browser suppresses it: %s", async (choice, suppresses) => {
  const microphones = new FakeMicrophones().install();
  rememberNoise(choice);

  await openMicrophone();

  expect(microphones.asked).toMatchObject([{ audio: { noiseSuppression: suppresses, echoCancellation: true } }]);
});

it("where RNNoise cannot run, the browser suppresses the noise, and the talk goes on", async () => {
  const microphones = new FakeMicrophones().install();
  rememberNoise("rnnoise");
  const constrained = vi.spyOn(FakeTrack.prototype, "applyConstraints");

  const track = await openMicrophone();

  expect(constrained).toHaveBeenCalledWith({ noiseSuppression: true });
  expect([track, track.readyState]).toEqual([microphones.opened[0], "live"]);
});

const APPLE = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15";

it.each([
  ["Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36", 0, "chromium"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:150.0) Gecko/20100101 Firefox/150.0", 0, "firefox"],
  [APPLE, 0, "safari"],
  [APPLE, 5, "ios"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/150.0 Mobile/15E148 Safari/604.1", 5, "ios"],
  ["something", 0, "other"],
] as const)("the way to the permission is that of the browser: %s (%i)", (userAgent, maxTouchPoints, browser) => {
  expect(browserOf({ userAgent, maxTouchPoints })).toBe(browser);
});

it.each(["denied", "missing", "taken", "failed"] as const)("a microphone that is %s is explained, with a way on", async (failure) => {
  render(
    <I18nextProvider i18n={await createI18n({ first: () => Promise.resolve({ devices: en }), rest: () => Promise.resolve({}) }, "en")}>
      <MicrophoneHelp failure={failure} />
    </I18nextProvider>,
  );

  const help = screen.getByRole("alert");
  expect(help).toHaveTextContent(en.problem[failure]);
  expect(help).toHaveTextContent(failure === "denied" ? en.allow.other : en.mend[failure]);
  expect(help).toHaveTextContent("You can type meanwhile.");
});
