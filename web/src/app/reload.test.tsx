import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";

import { aMessage, aPendingSession, aSession } from "@/testing/examples";
import { FakeWire } from "@/testing/fake-wire";
import { aWorld, openPage } from "@/testing/open-page";

describe("a reload in the middle of a talk", () => {
  it("comes back into the room, with what was said before", async () => {
    const world = aWorld();
    world.backend.sessions = [aPendingSession({ id: "s7", status: "active", started_at: "2026-11-20T05:02:01.000Z" })];
    world.backend.messages = { s7: [aMessage({ text: "Hello again." })] };

    await openPage("/talk/s7", world);

    expect(await screen.findByText("Hello again.")).toBeVisible();
    expect(world.wire.passes).toHaveLength(1);
  });

  it("leaves who was muted muted", async () => {
    const { user, view, ...world } = await openPage("/");
    await user.click(await screen.findByRole("button", { name: "Start talking" }));
    await user.click(await screen.findByRole("button", { name: "Mute" }));
    await screen.findByRole("button", { name: "Unmute" });
    view.unmount();
    const wire = new FakeWire();

    await openPage("/talk/s1", { ...world, wire });

    expect(await screen.findByRole("button", { name: "Unmute" })).toBeVisible();
    await waitFor(() => { expect(wire.published).toHaveLength(1); });
    expect(wire.muted).toBe(true);
  });

  it("goes to the record when the talk is over", async () => {
    const world = aWorld();
    world.backend.sessions = [aSession({ id: "s7" })];

    const { address } = await openPage("/talk/s7", world);

    await screen.findByText("You hung up.");
    expect(address()).toBe("/sessions/s7");
    expect(world.wire.passes).toEqual([]);
  });

  it("finds nothing in the talk of somebody else", async () => {
    await openPage("/talk/theirs");

    expect(await screen.findByRole("heading", { name: "There is nothing here" })).toBeVisible();
  });
});
