import { act, screen } from "@testing-library/react";
import axe from "axe-core";
import { afterEach, describe, expect, it, vi } from "vitest";

import { chosenDevice } from "@/devices/choice";
import { FakeAudioContext } from "@/testing/fake-audio";
import { aWorld, openPage } from "@/testing/open-page";

const SPEAKER = { deviceId: "s1", kind: "audiooutput", label: "Loudspeaker" };

afterEach(() => {
  FakeAudioContext.amplitude = 0;
  vi.useRealTimers();
  Reflect.deleteProperty(HTMLMediaElement.prototype, "setSinkId");
});

async function tryOut(path = "/") {
  const world = aWorld();
  world.microphones.devices = [SPEAKER];
  const page = await openPage(path, world);
  await page.user.click(await screen.findByRole("button", { name: "Test the microphone" }));
  await screen.findByRole("combobox", { name: "Microphone" });
  return page;
}

/** Answers the speakers that were asked to sound. */
function speakersCanBeChosen(): string[] {
  const sounded: string[] = [];
  Object.defineProperty(HTMLMediaElement.prototype, "setSinkId", {
    configurable: true,
    value: (deviceId: string) => {
      sounded.push(deviceId);
      return Promise.resolve();
    },
  });
  return sounded;
}

describe("the test of the microphone", () => {
  it("says that one is heard, in words too", async () => {
    FakeAudioContext.amplitude = 0.1;

    await tryOut();

    expect(await screen.findByText("You are heard.")).toBeVisible();
  });

  it("says after five seconds that nothing is heard", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout"], shouldAdvanceTime: true });
    await tryOut();
    expect(screen.getByText(/this bar should move/)).toBeVisible();

    act(() => { vi.advanceTimersByTime(5_000); });

    expect(screen.getByText(/Nothing is heard yet/)).toBeVisible();
  });

  it.each(["/", "/settings"])("switches the microphone off when it ends (%s)", async (path) => {
    const { microphones, user } = await tryOut(path);

    await user.click(screen.getByRole("button", { name: "Stop the test" }));

    expect(microphones.opened.map(({ readyState }) => readyState)).toEqual(["ended"]);
    expect(screen.getByRole("button", { name: "Test the microphone" })).toBeVisible();
  });

  it("shuts nobody out", async () => {
    speakersCanBeChosen();
    const { view } = await tryOut();
    await screen.findByRole("combobox", { name: "Speaker" });

    const { violations } = await axe.run(view.baseElement, { rules: { "color-contrast": { enabled: false } } });

    expect(violations).toEqual([]);
  });
});

describe("the speaker", () => {
  it("can be chosen where the browser lets one, is remembered, and sounds", async () => {
    const sounded = speakersCanBeChosen();
    const { user } = await tryOut();

    await user.selectOptions(await screen.findByRole("combobox", { name: "Speaker" }), "Loudspeaker");
    await user.click(screen.getByRole("button", { name: "Play a sound" }));

    expect(chosenDevice("speaker")).toBe("s1");
    expect(sounded).toEqual(["s1"]);
  });

  it("is the system's where the browser lets no page choose", async () => {
    await tryOut();

    expect(screen.queryByRole("combobox", { name: "Speaker" })).not.toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Play a sound" })).toBeVisible();
  });
});
