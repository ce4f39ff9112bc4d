import { act, screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { describe, expect, it } from "vitest";

import { aMessage, aSession } from "@/testing/examples";
import { FakeTrack } from "@/testing/fake-audio";
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

    expect(guests.entries).toEqual([{ label: "Hana", recording_consent: true, guest_key: null }]);
    expect(wire.passes).toMatchObject([{ token: "a-guests-pass" }]);
    await waitFor(() => { expect(wire.published).toHaveLength(1); });
  });

  it("is asked before they are recorded, and not where nobody is", async () => {
    const world = aStrangersWorld();
    world.backend.guests.recorded = false;

    const { guests, user } = await openInvitation(world);
    await user.click(await screen.findByRole("button", { name: "Come in" }));
    await screen.findByRole("log");

    expect(guests.entries).toMatchObject([{ label: null, recording_consent: false }]);
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
    expect(await screen.findByRole("log")).toBeVisible();
    expect(backend.guests.entries.map(({ guest_key }) => guest_key)).toEqual([null, "a-guests-key"]);
  });

  it("is the same one after a reload, muted if they were, and is not asked again", async () => {
    const before = await comeIn();
    await before.user.click(screen.getByRole("button", { name: "Mute" }));
    before.view.unmount();

    const { guests, wire } = await openInvitation();
    await screen.findByRole("log");

    expect(guests.entries).toEqual([{ label: null, recording_consent: false, guest_key: "a-guests-key" }]);
    await waitFor(() => { expect(wire.muted).toBe(true); });
  });

  it("who was sent out is told so, and does not come back as who they were", async () => {
    const before = await comeIn();
    act(() => { before.wire.tell({ type: "disconnected", ending: "removed" }); });
    expect(await screen.findByText("You were sent out")).toBeVisible();
    expect(screen.queryByRole("button", { name: "Come in again" })).toBeNull();
    before.view.unmount();

    const world = aStrangersWorld();
    world.backend.guests.refusal = { status: 403, code: "guest_removed" };
    const again = await openInvitation(world);
    const entry = await screen.findByRole("button", { name: /come in/ });
    world.backend.guests.refusal = null;
    await again.user.click(entry);
    await screen.findByRole("log");

    expect(world.backend.guests.entries).toMatchObject([{ guest_key: null }]);
  });

  it("reads what others type, as typed and under their name", async () => {
    const world = aStrangersWorld();
    world.backend.guests.speakers.push(RUI);
    const { wire } = await comeIn(world);

    act(() => {
      wire.tell({ type: "segment", segment: { id: "t1", role: "user", speaker: RUI.identity, text: "Hello.", final: true, via: "text" } });
    });

    await screen.findByText(/^Rui ·/);
    expect(document.querySelector("[data-via=text]")).toHaveTextContent(/^Rui · .* · typed/);
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

describe("the people of a talk", () => {
  async function together() {
    const world = aWorld();
    world.backend.guests.speakers.push(RUI, NAMELESS);
    const page = await openPage("/", world);
    await page.user.click(await screen.findByRole("button", { name: "Start talking" }));
    await screen.findByRole("log");
    act(() => {
      page.wire.tell({ type: "agent", agent: "listening" });
      page.wire.tell({
        type: "people",
        people: [
          { identity: "person-1", isMe: true, voice: "silent" },
          { identity: RUI.identity, isMe: false, voice: "speaking" },
          { identity: NAMELESS.identity, isMe: false, voice: "muted" },
        ],
      });
    });
    await screen.findByText("Rui");
    return { ...page, guests: world.backend.guests };
  }

  const shown = () => [...document.querySelectorAll("[data-people] li")].map((each) => each.textContent);

  it("are listed with who they are, who speaks and what the agent does", async () => {
    await together();

    expect(shown()).toEqual(["EchoSphereListening", "Host (you)listens", "Ruispeaks", "Guest 3muted"]);
    expect(screen.getByRole("heading", { name: "In the room: 3" })).toBeVisible();
  });

  it("are not listed to whoever is alone with the agent", async () => {
    const { wire } = await together();

    act(() => { wire.tell({ type: "people", people: [{ identity: "person-1", isMe: true, voice: "silent" }] }); });

    expect(document.querySelector("[data-people]")).toBeNull();
  });

  it("are sent out by the host, after a second press", async () => {
    const { user, guests } = await together();

    await user.click(screen.getByRole("button", { name: "Send Rui out" }));
    expect(guests.removed).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Press again to send Rui out" }));

    await waitFor(() => { expect(guests.removed).toEqual([RUI.identity]); });
  });

  it("are not to be sent out by a guest, nor the host by the host", async () => {
    const { wire } = await comeIn();
    act(() => {
      wire.tell({
        type: "people",
        people: [{ identity: "guest-1", isMe: true, voice: "silent" }, { identity: "person-1", isMe: false, voice: "silent" }],
      });
    });

    expect(await screen.findByText("Host")).toBeVisible();
    expect(screen.queryByRole("button", { name: /^Send .* out$/ })).toBeNull();
  });

  it("are called by their names beside their cameras", async () => {
    const { wire } = await together();

    act(() => {
      const track = new FakeTrack();
      wire.tell({ type: "pictures", pictures: [{ id: "p", source: "camera", from: "guest", identity: RUI.identity, track }] });
    });

    expect(document.querySelector("[data-picture]")).toHaveTextContent("Rui");
  });

  it("bar nobody", async () => {
    const { view } = await together();

    expect((await axe.run(view.container)).violations).toEqual([]);
  });
});

describe("who holds the talk", () => {
  it("takes an invitation back in the room, after a second press", async () => {
    const world = aWorld();
    const { user } = await openPage("/", world);
    await user.click(await screen.findByRole("button", { name: "Start talking" }));
    await user.click(await screen.findByRole("button", { name: "Invite" }));

    await user.click(await screen.findByRole("button", { name: /^Take back the invitation/ }));
    expect(screen.getByText("Whoever came by it is sent out.")).toBeVisible();
    await user.click(screen.getByRole("button", { name: /^Press again to take back/ }));

    await waitFor(() => { expect(screen.queryByLabelText("Invitation")).toBeNull(); });
    expect(world.backend.guests.invitations).toEqual([]);
  });

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
    expect(within(screen.getByRole("list", { name: "Transcript" })).getByText("You")).toBeVisible();
  });
});
