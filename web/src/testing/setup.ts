import "@testing-library/jest-dom/vitest";

import { cleanup, configure } from "@testing-library/react";
import { afterAll, afterEach, beforeAll, expect, vi } from "vitest";

import { FakeAudioContext, FakeMediaStream } from "./fake-audio";
import { server } from "./server";

// jsdom has no sound, no layout and no canvas.
vi.stubGlobal("AudioContext", FakeAudioContext);
vi.stubGlobal("MediaStream", FakeMediaStream);
window.scrollTo = () => undefined;
HTMLCanvasElement.prototype.getContext = () => null;

// How long a busy machine may take to show what a test waits for; nothing waits that long when it is there.
configure({ asyncUtilTimeout: 5_000 });

beforeAll(() => {
  server.listen({ onUnhandledFrame: "error" });
});

// What React or a library complains of is a defect, so it fails the test that caused it.
const complaints: unknown[] = [];
vi.stubGlobal("console", { ...console, error: (...complaint: unknown[]) => complaints.push(complaint) });

afterEach(() => {
  expect(complaints.splice(0)).toEqual([]);
});

afterEach(() => {
  cleanup();
  server.resetHandlers();
  localStorage.clear();
  sessionStorage.clear();
});

afterAll(() => {
  server.close();
});
