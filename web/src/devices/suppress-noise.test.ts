import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { FakeTrack } from "@/testing/fake-audio";

import { suppressNoise } from "./suppress-noise";

vi.mock("@sapphi-red/web-noise-suppressor", () => ({
  loadRnnoise: () => Promise.resolve(new ArrayBuffer(1)),
  RnnoiseWorkletNode: vi.fn(),
}));

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("a browser in which no sound may begin yet is not waited for without an end", async () => {
  const closed = vi.fn(() => Promise.resolve());
  vi.stubGlobal("AudioContext", class {
    audioWorklet = { addModule: () => Promise.resolve() };
    resume = () => new Promise(() => undefined);
    close = closed;
  });

  const refused = expect(suppressNoise(new FakeTrack())).rejects.toMatchObject({ name: "NotAllowedError" });
  await vi.advanceTimersByTimeAsync(2000);

  await refused;
  expect(closed).toHaveBeenCalled();
});
