import { act, screen, waitFor } from "@testing-library/react";
import axe from "axe-core";
import { describe, expect, it } from "vitest";

import { aMessage, aSession } from "@/testing/examples";
import { FakeSignIn } from "@/testing/fake-sign-in";
import { aWorld, openPage } from "@/testing/open-page";

const RUI = { identity: "guest-2", role: "guest", number: 2, label: "Rui" } as const;
const NAMELESS = { identity: "guest-3", role: "guest", number: 3, label: null } as const;

function aStrangersWorld() {
  return aWorld({ signIn: new FakeSignIn(null) });
}

async function openInvitation(world = aStrangersWorld(), language: "en" | "ja" = "en") {
  const page = await openPage("/join/s1-guest", world, language);
  return { ...page, guests: world.backend.guests };
}

async function comeIn(world = aStrangersWorld()) {
  const page = await openInvitation(world);
  await page.user.type(await screen.findByLabelText("Your name"), "Hana");
  await page.user.click(screen.getByRole("button", { name: /come in/i }));
  await screen.findByRole("log");
  return page;
}

describe("who is invited", () => {
  it("comes in without an account, by the name they give", async () => {
    const { guests, wire } = await comeIn();

    expect(guests.entries).toEqual([{ label: "Hana", recording_consent: true }]);
    expect(wire.passes).toMatchObject([{ token: "a-guests-pass" }]);
    await waitFor(() => { expect(wire.published).toHaveLength(1); });
  });

  it("is asked before they are recorded, and not where nobody is", async () => {
    const world = aStrangersWorld();
    world.backend.guests.recorded = false;

    const { guests, user } = await openInvitation(world);
    await user.click(await screen.findByRole("button", { name: "Come in" }));
    await screen.findByRole("log");

    expect(guests.entries).toEqual([{ label: null, recording_consent: false }]);
  });

  it("is told in words when the room is full", async () => {
    const world = aStrangersWorld();
    world.backend.guests.refusal = { status: 409, code: "room_full" };

    const { user } = await openInvitation(world);
    await user.click(await screen.findByRole("button", { name: /come in/ }));

    expect(await screen.findByRole("alert")).toHaveTextContent("The room is full");
  });

  it("is told when the invitation opens nothing any more", async () => {
    await openPage("/join/s1-guess", aStrangersWorld());

    expect(await screen.findByText(/This invitation has ended/)).toBeVisible();
  });

  it("sees who says what, by the names that they gave", async () => {
    const world = aStrangersWorld();
    world.backend.guests.speakers.push(RUI, NAMELESS);
    const { wire } = await comeIn(world);

    act(() => {
      for (const { identity: speaker } of [RUI, NAMELESS]) {
        wire.tell({ type: "segment", segment: { id: speaker, role: "user", speaker, text: "Hello.", final: true } });
      }
    });

    expect(await screen.findByText(/^Rui ·/)).toBeVisible();
    expect(screen.getByText(/^Guest 3 ·/)).toBeVisible();
  });

  it("leaves alone: the talk goes on, and they may come in again", async () => {
    const { user, backend } = await comeIn();
    backend.failure = { status: 500, code: "internal" };

    await user.click(screen.getByRole("button", { name: "Hang up" }));

    expect(await screen.findByText("You have left the talk")).toBeVisible();
    expect(backend.failure).not.toBeNull();
    await user.click(screen.getByRole("button", { name: "Come in again" }));
    expect(await screen.findByLabelText("Your name")).toBeVisible();
  });

  it("reads Japanese where the page speaks it", async () => {
    await openInvitation(aStrangersWorld(), "ja");

    expect(await screen.findByRole("button", { name: "録音に同意して参加する" })).toBeVisible();
  });

  it("meets nothing that bars anybody", async () => {
    const { view } = await openInvitation();
    await screen.findByLabelText("Your name");

    expect((await axe.run(view.container)).violations).toEqual([]);
  });
});

describe("who holds the talk", () => {
  it("invites others by a link that is shown once", async () => {
    const { user } = await openPage("/");
    await user.click(await screen.findByRole("button", { name: "Start talking" }));
    await user.click(await screen.findByRole("button", { name: "Invite" }));

    expect(await screen.findByLabelText("Invitation")).toHaveValue(`${window.location.origin}/join/s1-guest`);
  });

  it("reads afterwards who said what", async () => {
    const world = aWorld();
    world.backend.sessions = [aSession()];
    world.backend.guests.speakers.push(RUI);
    world.backend.messages = {
      s1: [
        aMessage({ id: "1", role: "user", text: "Hello.", speaker: "person-1" }),
        aMessage({ id: "2", role: "user", text: "Good evening.", speaker: RUI.identity }),
      ],
    };

    await openPage("/sessions/s1", world);

    expect(await screen.findByText("Rui")).toBeVisible();
    expect(screen.getByText("You")).toBeVisible();
  });
});
