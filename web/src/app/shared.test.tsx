import { act, screen, waitFor } from "@testing-library/react";
import axe from "axe-core";
import { afterEach, describe, expect, it, vi } from "vitest";

import { FakeSignIn } from "@/testing/fake-sign-in";
import { openPage } from "@/testing/open-page";
import { aReplayedWorld } from "@/testing/open-replay";

const SECRET = "s1-7f3a";
const HOUR_MS = 3_600_000;

afterEach(() => {
  vi.useRealTimers();
});

function aSharedWorld() {
  const world = aReplayedWorld();
  world.signIn = new FakeSignIn(null);
  world.backend.links.add("s1", SECRET);
  return world;
}

async function openShared(world = aSharedWorld(), search = "") {
  const page = await openPage(`/shared/${SECRET}${search}`, world);
  await screen.findByRole("heading", { name: "What are the opening hours?" });
  return { ...page, links: world.backend.links };
}

const ended = () => screen.findByRole("heading", { name: "This link has ended or was taken back" });

describe("a talk behind a public link", () => {
  it("is read and heard by whoever is not signed in", async () => {
    const { engine, links, user } = await openShared();

    expect(screen.getByText(/^Shared talk/)).toHaveTextContent(/Nov 20, 2026.* · 6 min 12 sec · English$/);
    expect(screen.getByText("When do you open on Sunday?")).toBeVisible();
    await user.click(await screen.findByRole("button", { name: "Play" }));

    expect(engine.media?.paused).toBe(false);
    expect(screen.queryByRole("button", { name: "Sign in" })).not.toBeInTheDocument();
    expect(links.opened).toBe(1);
  });

  it("is asked for without a token, also by who is signed in", async () => {
    const world = aSharedWorld();
    world.signIn = new FakeSignIn();

    const { links } = await openShared(world);

    expect(links.tokens).toEqual([null]);
  });

  it("does not call its listener the one who talked", async () => {
    await openShared();

    expect(screen.getAllByText("The person")[0]).toBeVisible();
    expect(screen.queryByText("You")).not.toBeInTheDocument();
  });

  it("goes to the moment of a row", async () => {
    const { engine, user } = await openShared();

    await user.click(await screen.findByRole("button", { name: "Hear from 0:06" }));

    expect(engine.media?.currentTime).toBe(6);
  });

  it("begins where the link points", async () => {
    const { engine } = await openShared(aSharedWorld(), "?t=83.2");

    await waitFor(() => { expect(engine.loads).toEqual([{ url: "/media/s1/001/master.m3u8", mediaS: 83.2 }]); });
  });

  it("that has no sound is read, and says so", async () => {
    const world = aSharedWorld();
    world.backend.recording.status = "none";

    await openShared(world);

    expect(screen.getByText("There is nothing to hear of this talk, or not yet. You can read it here.")).toBeVisible();
    expect(screen.getByText("When do you open on Sunday?")).toBeVisible();
    expect(screen.queryByRole("button", { name: "Play" })).not.toBeInTheDocument();
  });

  it("is opened again before its permission ends, without stopping the sound", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const world = aSharedWorld();
    world.backend.playback.expires_at = new Date(Date.now() + HOUR_MS).toISOString();
    const { engine, links } = await openShared(world);
    await screen.findByRole("button", { name: "Play" });

    await vi.advanceTimersByTimeAsync(HOUR_MS - 60_000);

    expect(links.opened).toBe(2);
    expect(engine.loads).toHaveLength(1);
  });

  it("is opened again when a file is refused", async () => {
    const { engine, links } = await openShared();
    await screen.findByRole("button", { name: "Play" });

    act(() => { engine.tell({ type: "refused" }); });

    await waitFor(() => { expect(engine.goneOn).toHaveLength(1); });
    expect(links.opened).toBe(2);
  });

  it("that is taken back while it is heard says so", async () => {
    const { engine, links } = await openShared();
    await screen.findByRole("button", { name: "Play" });
    links.all = [];

    act(() => { engine.tell({ type: "refused" }); });

    expect(await ended()).toBeVisible();
    expect(engine.isClosed).toBe(true);
  });

  it("that does not open any more is one kind page", async () => {
    const world = aSharedWorld();
    world.backend.links.all = [];

    await openPage(`/shared/${SECRET}`, world);

    expect(await ended()).toBeVisible();
    expect(screen.queryByRole("button", { name: "Sign in" })).not.toBeInTheDocument();
  });

  it("is told in Japanese, too", async () => {
    const world = aSharedWorld();
    world.backend.links.all = [];

    await openPage(`/shared/${SECRET}`, world, "ja");

    expect(await screen.findByRole("heading", { name: "このリンクは期限が切れたか、取り消されました" })).toBeVisible();
  });

  it("is not to be found by searching, and tells its address to nobody", async () => {
    await openShared();

    expect(document.head.querySelector("meta[name=robots]")).toHaveAttribute("content", expect.stringContaining("noindex"));
    expect(document.head.querySelector("meta[name=referrer]")).toHaveAttribute("content", "no-referrer");
    expect(document.title).toBe("What are the opening hours? · EchoSphere");
    expect(JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])).not.toContain(SECRET);
  });

  it("leaves the other pages to be found as before", async () => {
    const world = aReplayedWorld();

    await openPage("/sessions/s1", world);
    await screen.findByRole("button", { name: "Play" });

    expect(document.head.querySelector("meta[name=robots]")).toBeNull();
  });

  it("shuts nobody out", async () => {
    const { view } = await openShared();
    await screen.findByRole("button", { name: "Play" });

    const { violations } = await axe.run(view.baseElement, { rules: { "color-contrast": { enabled: false } } });

    expect(violations).toEqual([]);
  });
});
