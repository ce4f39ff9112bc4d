import { act, fireEvent, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";

import { aMessage, aRecording } from "@/testing/examples";
import { openPage } from "@/testing/open-page";
import { aReplayedWorld, openReplay } from "@/testing/open-replay";

describe("the transcript", () => {
  it("shows what is heard", async () => {
    const { engine, play, user } = await openReplay();
    await user.click(play);

    act(() => { engine.reach(3.5); });

    expect(screen.getByText("When do you open on Sunday?").closest("li")).toHaveAttribute("aria-current", "true");
  });

  it("is not read aloud in a language that its letters contradict", async () => {
    const world = aReplayedWorld(({ backend }) => { backend.messages = { s1: [aMessage({ text: "こんにちは。" })] }; });

    await openReplay("/sessions/s1", world);

    expect(screen.getByText("こんにちは。")).toHaveAttribute("lang", "");
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
