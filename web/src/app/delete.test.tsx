import { fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";

import { UNDO_MS } from "@/components/removals/removals";
import { openPage } from "@/testing/open-page";
import { aReplayedWorld, openReplay } from "@/testing/open-replay";

// The time to take it back pays for nothing that loads.
import "./routes/sessions";

afterEach(() => {
  vi.useRealTimers();
});

describe("deleting a talk", () => {
  it("leads to the history, where it is no more, and can be taken back", async () => {
    const { address, backend, user } = await openReplay();

    await user.click(screen.getByRole("button", { name: "Delete “What are the opening hours?”" }));
    expect(await screen.findByText("The talk is deleted.")).toBeVisible();
    expect(address()).toBe("/sessions");
    expect(await screen.findByRole("heading", { name: "History" })).toBeVisible();
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
