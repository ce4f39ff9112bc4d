/** Around every test in a page; rules that need none say `@vitest-environment node` and start faster. */
import { cleanup, configure } from "@testing-library/react";
import "@testing-library/jest-dom/vitest";
import { afterEach, vi } from "vitest";

import { FakeAudioContext, FakeMediaStream } from "./fake-audio";
import { installFakeDialog } from "./fake-dialog";
import { installFakeMedia } from "./fake-media";
import { FakeResizeObserver } from "./fake-resize-observer";

// How long a busy machine may take to show what a test waits for; nothing waits that long when it is there.
configure({ asyncUtilTimeout: 10_000 });

if (typeof window !== "undefined") {
  // jsdom has no sound, no layout and no canvas.
  vi.stubGlobal("AudioContext", FakeAudioContext);
  vi.stubGlobal("MediaStream", FakeMediaStream);
  installFakeDialog();
  installFakeMedia();
  vi.stubGlobal("ResizeObserver", FakeResizeObserver);
  Element.prototype.scrollIntoView = () => undefined;
  window.scrollTo = () => undefined;
  HTMLCanvasElement.prototype.getContext = () => null;

  afterEach(() => {
    cleanup();
    localStorage.clear();
    sessionStorage.clear();
  });
}
