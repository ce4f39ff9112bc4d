import { act, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { aPart, aRecording, aRecordingPart } from "@/testing/examples";
import { aReplayedWorld, openReplay } from "@/testing/open-replay";

const PICTURE = aPart({ attempt: 2, kind: "video" });
const ON_ITS_WAY = "The picture is still being converted. The sound is ready.";
const ASKED_AGAIN_MS = 10_000;

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});

afterEach(() => {
  vi.useRealTimers();
});

async function openBeforeThePicture() {
  const world = aReplayedWorld(({ backend }) => {
    backend.recording = aRecording({ parts: [aRecordingPart(), aRecordingPart({ attempt: 2, kind: "video", status: "transcoding" })] });
  });
  const page = await openReplay("/sessions/s1", world);
  const becomeReady = async () => {
    world.backend.recording = aRecording({ parts: [aRecordingPart(), aRecordingPart({ attempt: 2, kind: "video" })] });
    world.backend.playback = { ...world.backend.playback, parts: [aPart(), PICTURE] };
    await act(() => vi.advanceTimersByTimeAsync(ASKED_AGAIN_MS));
  };
  return { ...page, becomeReady };
}

describe("a picture that is ready later than the sound", () => {
  it("appears by itself, without a reload, where nothing sounds", async () => {
    const { becomeReady, engine } = await openBeforeThePicture();
    expect(screen.getByText(ON_ITS_WAY)).toBeVisible();

    await becomeReady();

    await waitFor(() => { expect(engine.loads.at(-1)?.url).toBe(PICTURE.master_url); });
    expect(screen.queryByText(ON_ITS_WAY)).not.toBeInTheDocument();
  });

  it("does not interrupt what sounds, and is offered", async () => {
    const { becomeReady, engine, media, play, user } = await openBeforeThePicture();
    await user.click(play);
    act(() => { engine.reach(40); });

    await becomeReady();

    const show = await screen.findByRole("button", { name: "Show it" });
    expect(engine.loads).toHaveLength(1);
    expect(media()?.paused).toBe(false);
    await user.click(show);
    expect(engine.loads.at(-1)).toEqual({ url: PICTURE.master_url, mediaS: 40 });
    expect(media()?.paused).toBe(false);
    expect(screen.queryByRole("button", { name: "Show it" })).not.toBeInTheDocument();
    expect(screen.getByRole("region", { name: "Player" })).toHaveFocus();
  });

  it("is shown when the sound is paused", async () => {
    const { becomeReady, engine, play, user } = await openBeforeThePicture();
    await user.click(play);
    act(() => { engine.reach(40); });
    await becomeReady();
    await screen.findByRole("button", { name: "Show it" });

    await user.click(screen.getByRole("button", { name: "Pause" }));

    expect(engine.loads.at(-1)).toEqual({ url: PICTURE.master_url, mediaS: 40 });
  });

  it("is asked for no more once it is there", async () => {
    const { backend, becomeReady } = await openBeforeThePicture();
    await becomeReady();
    const reads = backend.recordingReads.all;
    expect(backend.playbacks).toBe(2);

    await act(() => vi.advanceTimersByTimeAsync(60_000));

    expect(backend.recordingReads.all).toBe(reads);
    expect(backend.playbacks).toBe(2);
  });
});
