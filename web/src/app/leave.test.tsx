import { screen, waitFor } from "@testing-library/react";
import axe from "axe-core";
import { http } from "msw";
import { afterEach, describe, expect, it, vi } from "vitest";

import { POLL_MS } from "@/features/my-data/api/leave";
import { openPage } from "@/testing/open-page";
import { problem } from "@/testing/problem";
import { server } from "@/testing/server";

afterEach(() => {
  vi.useRealTimers();
});

async function asked(language: "en" | "ja" = "en") {
  const page = await openPage("/settings", undefined, language);
  const { user } = page;
  await user.click(await screen.findByRole("button", { name: language === "en" ? "Delete everything…" : "すべて削除…" }));
  return { ...page, yes: screen.getByRole("button", { name: language === "en" ? "Delete everything" : "すべて削除する" }) };
}

describe("deleting everything", () => {
  it("says what goes, and begins only when the word is typed", async () => {
    const { user, yes, backend } = await asked();
    expect(screen.getByText("all your talks, with every word")).toBeVisible();

    await user.click(yes);
    await user.type(screen.getByRole("textbox", { name: "Type “delete” to confirm" }), "delet{Enter}");

    expect(backend.departure.asked).toBe(0);
    await user.keyboard("e{Enter}");
    expect(await screen.findByText("It begins in half a minute.")).toBeVisible();
    expect(backend.departure.asked).toBe(1);
  });

  it("can be left alone, by the button and by Escape", async () => {
    const { user, backend } = await asked();

    await user.keyboard("delete{Escape}");
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();

    expect(screen.getByRole("button", { name: "Delete everything…" })).toHaveFocus();
    expect(backend.departure.state).toBe("stays");
  });

  it("tells how far it is, passes over what fails on the way, and ends where strangers arrive", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { user, backend, signIn, address } = await asked();
    await user.keyboard("delete{Enter}");
    await screen.findByText("It begins in half a minute.");

    backend.departure.talksDeleted = 12;
    await vi.advanceTimersByTimeAsync(POLL_MS);
    expect(await screen.findByText("12 talks are deleted.")).toBeVisible();
    expect(signIn.person()).not.toBeNull();
    expect(screen.queryByText("Make a copy")).not.toBeInTheDocument();
    server.use(http.get("/api/me/departure", () => problem(503, "store_unavailable"), { once: true }));
    await vi.advanceTimersByTimeAsync(POLL_MS);
    backend.departure.state = "gone";
    await vi.advanceTimersByTimeAsync(POLL_MS);

    await waitFor(() => { expect(signIn.person()).toBeNull(); });
    await waitFor(() => { expect(address()).toBe("/"); });
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  });

  it("goes on when one looks away, and is found again", async () => {
    const { user } = await asked();
    await user.keyboard("delete{Enter}");
    await screen.findByText("It begins in half a minute.");

    await user.keyboard("{Escape}");
    await user.click(screen.getByRole("button", { name: "Delete everything…" }));

    expect(screen.getByText("It begins in half a minute.")).toBeVisible();
  });

  it("that could not begin says so, and can be tried again", async () => {
    const { user, backend } = await asked();
    server.use(http.delete("/api/me", () => problem(503, "store_unavailable"), { once: true }));

    await user.keyboard("delete{Enter}");
    expect(await screen.findByText(/EchoSphere is busy/)).toBeVisible();
    await user.keyboard("{Enter}");

    await waitFor(() => { expect(backend.departure.state).toBe("leaving"); });
  });

  it.each(["en", "ja"] as const)("is asked without barriers (%s)", async (language) => {
    const { view } = await asked(language);

    const { violations } = await axe.run(view.baseElement, { rules: { "color-contrast": { enabled: false } } });

    expect(violations).toEqual([]);
  });
});
