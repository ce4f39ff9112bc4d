import { screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";

import { aPendingSession, aRecording, aRecordingPart, anUnfinishedRecording } from "@/testing/examples";
import { openPage } from "@/testing/open-page";
import { aReplayedWorld, openReplay } from "@/testing/open-replay";

afterEach(() => {
  vi.useRealTimers();
});

describe("a recording that is not there", () => {
  it.each([
    ["uploaded", null, "Waiting for the recording to arrive…"],
    ["transcoding", 40, "Converting the recording: 40 %"],
    ["finishing", 99, "Checking the recording…"],
  ] as const)("is %s: the page says so", async (status, percent, words) => {
    const world = aReplayedWorld(({ backend }) => { backend.recording = anUnfinishedRecording({ status }, percent); });

    await openPage("/sessions/s1", world);

    expect(await screen.findByText(words)).toBeVisible();
  });

  it("appears by itself, and is asked for no more", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const world = aReplayedWorld(({ backend }) => { backend.recording = anUnfinishedRecording({ status: "transcoding" }, 10); });
    await openPage("/sessions/s1", world);
    await screen.findByText("Converting the recording: 10 %");
    await vi.advanceTimersByTimeAsync(3_000);
    expect(world.backend.recordingReads.unchanged).toBeGreaterThan(0);

    world.backend.recording = aRecording();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await screen.findByRole("button", { name: "Play" })).toBeVisible();
    const reads = world.backend.recordingReads.all;
    await vi.advanceTimersByTimeAsync(60_000);

    expect(world.backend.recordingReads.all).toBe(reads);
  });

  it("is said to have failed, why, and in the words of the service", async () => {
    const failed = aRecordingPart({ status: "failed", failure: "transcoder_refused", failure_words: "moov atom not found" });
    const world = aReplayedWorld(({ backend }) => { backend.recording = aRecording({ status: "failed", parts: [failed] }); });

    await openPage("/sessions/s1", world);

    const alert = await screen.findByRole("alert");
    expect(alert).toHaveTextContent("The recording could not be made. The recorded file was refused by the converter.");
    expect(alert).toHaveTextContent("moov atom not found");
  });

  it("in part is told with its seconds and its reason", async () => {
    const world = aReplayedWorld(({ backend }) => {
      backend.recording = aRecording({ missing: [{ code: "recorder_died", from_s: 20, to_s: 26.5 }] });
    });

    await openReplay("/sessions/s1", world);

    expect(screen.getByText("The recorder stopped in the middle of the talk.", { exact: false })).toHaveTextContent("0:20 to 0:26");
  });

  it("is not asked for while the talk goes on", async () => {
    const world = aReplayedWorld(({ backend }) => { backend.sessions = [aPendingSession({ id: "s1", status: "active" })]; });

    await openPage("/sessions/s1", world);

    expect(await screen.findByText(/It can be replayed when it has ended/)).toBeVisible();
    expect(world.backend.recordingReads.all).toBe(0);
  });
});
