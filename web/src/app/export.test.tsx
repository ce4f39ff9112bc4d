import { screen, waitFor } from "@testing-library/react";
import axe from "axe-core";
import { http } from "msw";
import { afterEach, describe, expect, it, vi } from "vitest";

import { POLL_MS } from "@/features/my-data/api/exports";
import { aWorld, openPage } from "@/testing/open-page";
import { problem } from "@/testing/problem";
import { server } from "@/testing/server";

afterEach(() => {
  vi.useRealTimers();
});

const FILES = [1, 2].map((part) => ({ name: `echosphere-00${part}.json`, url: `/media/export-x/echosphere-00${part}.json?Signature=y` }));

function withCopy() {
  const world = aWorld();
  world.backend.copy.become({ status: "ready", talks: 312, files: FILES });
  return world;
}

describe("a copy of my data", () => {
  it("is asked for, made while one looks on, and lies there as files to save", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { user, backend } = await openPage("/settings");
    const button = await screen.findByRole("button", { name: "Make a copy" });
    await waitFor(() => { expect(button).toHaveAttribute("aria-busy", "false"); });

    await user.click(button);
    expect(await screen.findByText("The copy is being made.")).toBeVisible();
    expect(screen.queryByRole("button", { name: "Make a copy" })).not.toBeInTheDocument();
    backend.copy.become({ talks: 250 });
    await vi.advanceTimersByTimeAsync(POLL_MS);
    expect(await screen.findByText("The copy is being made: 250 talks so far.")).toBeVisible();
    backend.copy.become({ status: "ready", talks: 312, files: FILES });
    await vi.advanceTimersByTimeAsync(POLL_MS);

    const file = await screen.findByRole("link", { name: "echosphere-002.json" });
    expect(file).toHaveAttribute("href", FILES[1]?.url);
    expect(file).toHaveAttribute("download", "echosphere-002.json");
    expect(backend.copy.asked).toBe(1);
  });

  it("of before is there when one comes back, and a new one can be made", async () => {
    const { user, backend } = await openPage("/settings", withCopy());

    expect(await screen.findByText(/with 312 talks:/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Make a new copy" }));

    expect(await screen.findByText("The copy is being made.")).toBeVisible();
    expect(backend.copy.asked).toBe(1);
  });

  it("that could not be read says so, and can be read again", async () => {
    const world = withCopy();
    server.use(http.get("/api/me/export", () => problem(503, "store_unavailable"), { once: true }));
    world.backend.failure = { status: 503, code: "store_unavailable" };
    const { user } = await openPage("/settings", world);

    expect(await screen.findByText(/EchoSphere is busy/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Try again" }));

    expect(await screen.findByRole("link", { name: "echosphere-001.json" })).toBeVisible();
  });

  it.each(["en", "ja"] as const)("is shown without barriers (%s)", async (language) => {
    const { view } = await openPage("/settings", withCopy(), language);
    await screen.findByRole("link", { name: "echosphere-001.json" });

    const { violations } = await axe.run(view.container, { rules: { "color-contrast": { enabled: false } } });

    expect(violations).toEqual([]);
  });
});
