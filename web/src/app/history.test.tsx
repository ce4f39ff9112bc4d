import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";

import { POLL_MS } from "@/features/sessions/api/read-session";
import { aMessage, aPendingSession, aSession } from "@/testing/examples";
import { aWorld, openPage } from "@/testing/open-page";

afterEach(() => {
  vi.useRealTimers();
});

describe("the history", () => {
  it("shows a page of talks, and the next one on request", async () => {
    const world = aWorld();
    world.backend.sessions = Array.from({ length: 23 }, (_, index) => aSession({ id: `s${index}`, title: `Talk ${index}` }));
    const { user } = await openPage("/sessions", world);
    const list = await screen.findByRole("list", { name: "All talks" });
    expect(within(list).getAllByRole("listitem")).toHaveLength(20);

    await user.click(screen.getByRole("button", { name: "Show more" }));

    await waitFor(() => { expect(within(list).getAllByRole("listitem")).toHaveLength(23); });
    expect(screen.queryByRole("button", { name: "Show more" })).not.toBeInTheDocument();
  });

  it("says what to do when there is none", async () => {
    await openPage("/sessions");

    expect(await screen.findByText(/No talks yet/)).toBeVisible();
    expect(screen.getByRole("link", { name: "Start a talk" })).toHaveAttribute("href", "/");
  });

  it("can be tried again after a failure", async () => {
    const world = aWorld();
    world.backend.sessions = [aSession()];
    world.backend.failure = { status: 503, code: "store_unavailable" };
    const { user } = await openPage("/sessions", world);

    expect(await screen.findByRole("alert")).toHaveTextContent("EchoSphere is busy. Try again in a moment.Reference: r-1");
    await user.click(screen.getByRole("button", { name: "Try again" }));

    expect(await screen.findByText("What are the opening hours?")).toBeVisible();
  });
});

describe("the record of a talk", () => {
  it("shows who said what, when, and what was cut short", async () => {
    const world = aWorld();
    world.backend.sessions = [aSession()];
    world.backend.messages = {
      s1: [
        aMessage({ id: "1", role: "user", text: "When do you open?", started_s: 65, via: "text" }),
        aMessage({ id: "2", text: "At ten, and", started_s: 66, interrupted: true }),
      ],
    };

    await openPage("/sessions/s1", world);

    const rows = within(await screen.findByRole("list", { name: "Transcript" }));
    await waitFor(() => { expect(rows.getAllByRole("listitem")).toHaveLength(2); });
    expect(rows.getAllByRole("listitem").map((row) => row.textContent)).toEqual([
      "1:05You · typedWhen do you open?",
      "1:06EchoSphere · interruptedAt ten, and",
    ]);
    expect(screen.getByText("6:12")).toBeVisible();
  });

  it("copies the whole talk as text", async () => {
    const world = aWorld();
    world.backend.sessions = [aSession()];
    world.backend.messages = { s1: [aMessage({ text: "Hello." }), aMessage({ id: "m2", role: "user", text: "Hi.", started_s: 12 })] };
    const { user } = await openPage("/sessions/s1", world);

    await user.click(await screen.findByRole("button", { name: "Copy transcript" }));

    await expect(navigator.clipboard.readText()).resolves.toBe("0:08 EchoSphere: Hello.\n0:12 You: Hi.");
  });

  it("is read again until the talk is over", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const world = aWorld();
    world.backend.sessions = [aPendingSession({ id: "s1", status: "active" })];
    await openPage("/sessions/s1", world);
    expect(await screen.findByRole("link", { name: "Go back to the talk" })).toBeVisible();

    world.backend.sessions = [aSession({ status: "failed", end_reason: null, failure_reason: "agent_lost" })];
    await vi.advanceTimersByTimeAsync(POLL_MS);

    expect(await screen.findByText("EchoSphere was lost in the middle of the talk.")).toBeVisible();
    expect(screen.queryByRole("link", { name: "Go back to the talk" })).not.toBeInTheDocument();
  });
});
