import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { afterEach, describe, expect, it, vi } from "vitest";

import { UNDO_MS } from "@/features/sessions/removals";
import { aMessage, aPart, aPendingSession, aRecording, aRecordingPart, aSession, anUnfinishedRecording } from "@/testing/examples";
import { aWorld, openPage, type World } from "@/testing/open-page";

const TALK = [
  aMessage({ id: "m1", text: "Hello.", started_s: 1, ended_s: 2 }),
  aMessage({ id: "m2", role: "user", text: "When do you open on Sunday?", started_s: 3, ended_s: 5 }),
  aMessage({ id: "m3", text: "On Sunday at ten, and", started_s: 6, ended_s: 8, interrupted: true }),
];

function aReplayedWorld(change: (world: World) => void = () => undefined): World {
  const world = aWorld();
  world.backend.sessions = [aSession()];
  world.backend.messages = { s1: TALK };
  change(world);
  return world;
}

async function openReplay(path = "/sessions/s1", world = aReplayedWorld()) {
  const page = await openPage(path, world);
  const play = await screen.findByRole("button", { name: "Play" });
  return { ...page, play, media: () => world.engine.media };
}

afterEach(() => {
  vi.useRealTimers();
});

describe("the player", () => {
  it("plays and pauses", async () => {
    const { media, play, user } = await openReplay();

    await user.click(play);
    expect(media()?.paused).toBe(false);

    await user.click(screen.getByRole("button", { name: "Pause" }));
    expect(media()?.paused).toBe(true);
  });

  it("begins where the link points", async () => {
    const { engine } = await openReplay("/sessions/s1?t=83.2");

    expect(engine.loads).toEqual([{ url: "/media/s1/001/master.m3u8", mediaS: 83.2 }]);
    expect(screen.getByText("1:23")).toBeVisible();
  });

  it("goes on with the next recording where one ended", async () => {
    const world = aReplayedWorld(({ backend }) => {
      backend.playback.parts = [
        aPart({ offset_s: 0, duration_s: 20 }),
        aPart({ attempt: 2, offset_s: 25, duration_s: 35, master_url: "/media/s1/002/master.m3u8" }),
      ];
    });
    const { engine, play, user } = await openReplay("/sessions/s1", world);
    await user.click(play);

    act(() => { engine.reach(20); });

    expect(engine.loads.at(-1)).toEqual({ url: "/media/s1/002/master.m3u8", mediaS: 0 });
    expect(screen.getByText("0:25")).toBeVisible();
  });

  it("obeys its keys, but not while one types", async () => {
    const { media, user } = await openReplay();

    await user.keyboard("l");
    expect(media()?.currentTime).toBe(10);
    await user.type(screen.getByRole("searchbox"), "l k 5");

    expect(media()?.currentTime).toBe(10);
    expect(media()?.paused).toBe(true);
  });

  it("moves by five seconds on the slider itself", async () => {
    const { media } = await openReplay();

    fireEvent.keyDown(screen.getByRole("slider", { name: "Position in the talk" }), { key: "ArrowRight" });

    expect(media()?.currentTime).toBe(5);
  });

  it("keeps how one likes to listen for the next talk", async () => {
    const { user, view } = await openReplay();
    await user.selectOptions(screen.getByRole("combobox", { name: "Speed" }), "1.5×");
    view.unmount();

    const { media } = await openReplay();

    expect(media()?.playbackRate).toBe(1.5);
  });

  it("asks for a quality, and says which one plays", async () => {
    const { engine, user } = await openReplay();
    const quality = screen.getByRole("combobox", { name: "Quality" });
    expect(within(quality).getAllByRole("option").map(({ textContent }) => textContent)).toEqual(["Auto (64k)", "128k", "64k"]);

    await user.selectOptions(quality, "128k");

    expect(engine.chosen).toEqual([1]);
  });

  it("asks once for a new permission when a file is refused, and says so when that does not help", async () => {
    const { backend, engine } = await openReplay();

    act(() => { engine.tell({ type: "refused" }); });
    await waitFor(() => { expect(engine.goneOn).toHaveLength(1); });
    expect(backend.playbacks).toBe(2);
    act(() => { engine.tell({ type: "refused" }); });

    expect(await screen.findByText("The recording could not be played.")).toBeVisible();
    expect(backend.playbacks).toBe(2);
  });

  it("shows its keys on request", async () => {
    const { user } = await openReplay();

    await user.keyboard("?");
    expect(screen.getByRole("group", { name: "Keyboard" })).toBeVisible();
    await user.keyboard("{Escape}");

    expect(screen.queryByRole("group", { name: "Keyboard" })).not.toBeInTheDocument();
  });

  it("is closed with its page", async () => {
    const { engine, user } = await openReplay();

    await user.click(screen.getByRole("link", { name: "History" }));

    await waitFor(() => { expect(engine.isClosed).toBe(true); });
  });

  it("shuts nobody out", async () => {
    const { user, view } = await openReplay();
    await user.keyboard("?");
    await user.click(screen.getByRole("button", { name: "Download" }));

    const { violations } = await axe.run(view.baseElement, { rules: { "color-contrast": { enabled: false } } });

    expect(violations).toEqual([]);
  });
});

describe("the transcript", () => {
  it("shows what is heard", async () => {
    const { engine, play, user } = await openReplay();
    await user.click(play);

    act(() => { engine.reach(3.5); });

    expect(screen.getByText("When do you open on Sunday?").closest("li")).toHaveAttribute("aria-current", "true");
  });

  it("leads to the moment of a message, by pointer and by keyboard", async () => {
    const { media, user } = await openReplay();

    await user.click(screen.getByText("When do you open on Sunday?"));
    expect(media()?.currentTime).toBe(3);

    screen.getByRole("button", { name: "Hear from 0:06" }).focus();
    await user.keyboard("{Enter}");
    expect(media()?.currentTime).toBe(6);
  });

  it("stops following when one scrolls away, until one asks for it again", async () => {
    const { engine, play, user } = await openReplay();
    await user.click(play);
    act(() => { engine.reach(3.5); });

    fireEvent.wheel(window);
    await user.click(await screen.findByRole("button", { name: "Back to now" }));

    expect(screen.queryByRole("button", { name: "Back to now" })).not.toBeInTheDocument();
  });

  it("finds words, counts them and steps through them", async () => {
    const { user } = await openReplay();

    await user.type(screen.getByRole("searchbox", { name: "Find in this talk" }), "sunday");
    expect(screen.getByText("1 / 2")).toBeVisible();
    await user.keyboard("{Enter}");

    expect(screen.getByText("2 / 2")).toBeVisible();
    expect(screen.getAllByText("Sunday").map(({ tagName }) => tagName)).toEqual(["MARK", "MARK"]);
  });

  it("copies a link to a moment", async () => {
    const { user } = await openReplay();

    await user.click(screen.getAllByRole("button", { name: "Copy a link to this moment" })[1] ?? document.body);

    await expect(navigator.clipboard.readText()).resolves.toMatch(/\?t=3$/);
  });

  it("leads nowhere where there is nothing to hear", async () => {
    const world = aReplayedWorld(({ backend }) => { backend.recording = aRecording({ status: "off", parts: [] }); });
    await openPage("/sessions/s1", world);

    expect(await screen.findByText("This talk was not recorded, as its owner chose.")).toBeVisible();
    expect(screen.queryByRole("button", { name: /Hear from/ })).not.toBeInTheDocument();
  });
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

describe("deleting a talk", () => {
  it("leads to the history, where it is no more, and can be taken back", async () => {
    const { address, backend, user } = await openReplay();

    await user.click(screen.getByRole("button", { name: "Delete “What are the opening hours?”" }));
    expect(await screen.findByText("The talk is deleted.")).toBeVisible();
    expect(address()).toBe("/sessions");
    expect(screen.queryByText("What are the opening hours?")).not.toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Undo" }));

    expect(await screen.findByText("What are the opening hours?")).toBeVisible();
    expect(backend.sessions).toHaveLength(1);
  });

  it("from the history, it is gone when the time to take it back is over", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const world = aReplayedWorld();
    await openPage("/sessions", world);

    fireEvent.click(await screen.findByRole("button", { name: "Delete “What are the opening hours?”" }));
    await vi.advanceTimersByTimeAsync(UNDO_MS);

    await waitFor(() => { expect(world.backend.sessions).toEqual([]); });
    expect(await screen.findByText(/No talks yet/)).toBeVisible();
  });
});
