import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { describe, expect, it } from "vitest";

import { aPart, aSession } from "@/testing/examples";
import { aReplayedWorld, openReplay } from "@/testing/open-replay";

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

  it("goes to the moment of another link to the same talk", async () => {
    const { go, media } = await openReplay("/sessions/s1?t=5");

    go("/sessions/s1?t=60");

    await waitFor(() => { expect(media()?.currentTime).toBe(60); });
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

  it("goes on with the recordings there are when the one that played is not offered any more", async () => {
    const { backend, engine, media, play, user } = await openReplay();
    await user.click(play);
    act(() => { engine.reach(40); });
    backend.playback.parts = [aPart({ attempt: 2 })];

    act(() => { engine.tell({ type: "refused" }); });

    await waitFor(() => { expect(engine.loads.at(-1)).toEqual({ url: "/media/s1/002/master.m3u8", mediaS: 40 }); });
    expect(media()?.paused).toBe(false);
    expect(screen.queryByRole("button", { name: "Show it" })).not.toBeInTheDocument();
    expect(engine.loads).toHaveLength(2);
  });

  it("says so when nothing can be played any more", async () => {
    const { backend, engine } = await openReplay();
    backend.playback.parts = [];

    act(() => { engine.tell({ type: "refused" }); });

    expect(await screen.findByText("The recording could not be played.")).toBeVisible();
  });

  it("keeps the chosen quality when its file has to be loaded anew", async () => {
    const { engine, user } = await openReplay();
    await user.selectOptions(screen.getByRole("combobox", { name: "Quality" }), "128k");

    act(() => { engine.tell({ type: "qualities", qualities: [{ id: 0, label: "64k" }, { id: 1, label: "128k" }] }); });
    expect(engine.chosen).toEqual([1, 1]);
    act(() => { engine.tell({ type: "qualities", qualities: [{ id: 0, label: "64k" }] }); });

    expect(engine.chosen).toEqual([1, 1, null]);
  });

  it("names whom one talked with as the talk does", async () => {
    const world = aReplayedWorld(({ backend }) => { backend.sessions = [aSession({ persona_name: "Mina" })]; });

    await openReplay("/sessions/s1", world);

    const player = within(screen.getByRole("region", { name: "Player" }));
    expect(player.getByText("Mina")).toBeVisible();
    expect(player.queryByText("EchoSphere")).not.toBeInTheDocument();
  });

  it("shows its keys on request", async () => {
    const { user } = await openReplay();

    await user.keyboard("?");
    const dialog = within(await screen.findByRole("dialog", { name: "Keyboard" }));
    expect(dialog.getByText("Slower or faster")).toBeVisible();
    expect(dialog.getByText("This list")).toBeVisible();
    await user.keyboard("{Escape}");

    await waitFor(() => { expect(screen.queryByRole("dialog")).not.toBeInTheDocument(); });
  });

  it("is closed with its page", async () => {
    const { engine, user } = await openReplay();

    await user.click(screen.getByRole("link", { name: "History" }));

    await waitFor(() => { expect(engine.isClosed).toBe(true); });
  });

  it("shuts nobody out", async () => {
    const { user, view } = await openReplay();
    await user.click(screen.getByRole("button", { name: "Download" }));
    await user.keyboard("?");
    await screen.findByRole("dialog", { name: "Keyboard" });

    const { violations } = await axe.run(view.baseElement, { rules: { "color-contrast": { enabled: false } } });

    expect(violations).toEqual([]);
  });
});
