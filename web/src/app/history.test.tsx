import { screen, waitFor, within } from "@testing-library/react";
import { http } from "msw";
import { afterEach, describe, expect, it, vi } from "vitest";

import { POLL_MS } from "@/features/sessions/api/read-session";
import { aMessage, aPendingSession, aSession } from "@/testing/examples";
import { problem } from "@/testing/problem";
import { aWorld, openPage } from "@/testing/open-page";
import { server } from "@/testing/server";

afterEach(() => {
  vi.useRealTimers();
});

describe("the history", () => {
  it("shows a page of talks, and the next one on request", async () => {
    const world = aWorld();
    world.backend.sessions = Array.from({ length: 23 }, (_, index) => aSession({ id: `s${index}`, title: `Talk ${index}` }));
    const { user } = await openPage("/sessions", world);
    const list = await screen.findByRole("list", { name: /November 20/ });
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
  it("that could not be read is not said to be empty", async () => {
    const world = aWorld();
    world.backend.sessions = [aSession()];
    await openPage("/sessions/s1", world);
    server.use(http.get("/api/sessions/s1/messages", () => problem(503, "store_unavailable")));

    expect(await screen.findByRole("alert")).toHaveTextContent("EchoSphere is busy");
    expect(screen.queryByText(/Nothing was said/)).not.toBeInTheDocument();
    expect(screen.getByText("Interruptions").nextElementSibling).toHaveTextContent("–");
  });

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

  it("stays on the page when reading it again fails", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const world = aWorld();
    world.backend.sessions = [aPendingSession({ id: "s1", status: "active", title: "Opening hours" })];
    await openPage("/sessions/s1", world);
    await screen.findByRole("heading", { name: "Opening hours" });

    server.use(http.get("/api/sessions/s1", () => problem(503, "store_unavailable")));
    await vi.advanceTimersByTimeAsync(POLL_MS);

    expect(await screen.findByRole("alert")).toHaveTextContent("EchoSphere is busy");
    expect(screen.getByRole("heading", { name: "Opening hours" })).toBeVisible();
  });

  it("takes in the last words, which are written just after the end, and then rests", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const world = aWorld();
    world.backend.sessions = [aSession({ ended_at: new Date().toISOString() })];
    world.backend.messages = { s1: [aMessage({ text: "See you at ten, and" })] };
    await openPage("/sessions/s1", world);
    await screen.findByText("See you at ten, and");

    world.backend.messages = { s1: [aMessage({ text: "See you at", interrupted: true })] };
    await vi.advanceTimersByTimeAsync(POLL_MS);
    expect(await screen.findByText("See you at")).toBeVisible();

    await vi.advanceTimersByTimeAsync(4 * POLL_MS);
    world.backend.messages = { s1: [aMessage({ text: "Nobody reads this" })] };
    await vi.advanceTimersByTimeAsync(4 * POLL_MS);
    expect(screen.queryByText("Nobody reads this")).not.toBeInTheDocument();
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
