import { screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { describe, expect, it } from "vitest";

import { openPage } from "@/testing/open-page";
import { aReplayedWorld } from "@/testing/open-replay";

async function openDialog(world = aReplayedWorld()) {
  const page = await openPage("/sessions/s1", world);
  const share = await screen.findByRole("button", { name: "Share" });
  await page.user.click(share);
  return { ...page, share, links: world.backend.links, dialog: await screen.findByRole("dialog", { name: "Share this talk" }) };
}

const makeButton = () => screen.getByRole("button", { name: "Make a public link" });

describe("sharing a talk", () => {
  it.each([
    ["1 day", 24],
    ["1 week", 168],
    ["30 days", 720],
  ])("makes a link that opens for %s", async (name, hours) => {
    const { links, user } = await openDialog();

    await user.click(screen.getByRole("radio", { name }));
    await user.click(makeButton());

    await screen.findByRole("textbox", { name: "Public link" });
    expect(links.asked).toEqual([hours]);
  });

  it("shows the new link's address, and says what it opens and for how long", async () => {
    const { user } = await openDialog();

    await user.click(makeButton());

    const address = await screen.findByRole("textbox", { name: "Public link" });
    expect(address).toHaveValue("http://localhost:8080/shared/secret-1");
    expect(address).toHaveFocus();
    expect(screen.getByText(/Anyone with this link can hear and read the talk until Nov 28, 2026/)).toBeVisible();
  });

  it("copies the new link", async () => {
    const { user } = await openDialog();
    await user.click(makeButton());

    await user.click(await screen.findByRole("button", { name: "Copy the public link" }));

    await expect(navigator.clipboard.readText()).resolves.toBe("http://localhost:8080/shared/secret-1");
  });

  it("shows an address once: the next time only the link's times are there", async () => {
    const { dialog, user } = await openDialog();
    await user.click(makeButton());
    await screen.findByRole("textbox", { name: "Public link" });

    await user.keyboard("{Escape}");
    expect(dialog).not.toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Share" }));

    expect(await screen.findByText(/^Made Nov 21, 2026/)).toBeVisible();
    expect(screen.queryByDisplayValue(/secret/)).not.toBeInTheDocument();
  });

  it("begins at the choice of how long, also for another link", async () => {
    const { user } = await openDialog();
    expect(screen.getByRole("radio", { name: "1 week" })).toHaveFocus();
    await user.click(makeButton());

    await user.click(await screen.findByRole("button", { name: "Make another link" }));

    expect(screen.getByRole("radio", { name: "1 week" })).toHaveFocus();
  });

  it("gives the focus back to its button when it closes", async () => {
    const { share, user } = await openDialog();

    await user.keyboard("{Escape}");

    expect(share).toHaveFocus();
  });

  it("keeps the player's keys out of the dialog", async () => {
    const { engine, user } = await openDialog();
    await waitFor(() => { expect(engine.media).not.toBeNull(); });

    screen.getByRole("button", { name: "Close" }).focus();
    await user.keyboard("l");

    expect(engine.media?.currentTime).toBe(0);
  });

  it("says in words why no link was made", async () => {
    const world = aReplayedWorld();
    const { user } = await openDialog(world);
    world.backend.links.changeRefusal = { status: 503, code: "store_unavailable" };
    await user.click(makeButton());
    expect(await screen.findByRole("alert")).toHaveTextContent("EchoSphere is busy. Try again in a moment.");

    world.backend.links.changeRefusal = null;
    await user.click(screen.getByRole("button", { name: "Try again" }));

    expect(await screen.findByRole("textbox", { name: "Public link" })).toBeVisible();
  });

  it("says so to who has lost the right to share it meanwhile", async () => {
    const world = aReplayedWorld();
    const { user } = await openDialog(world);
    world.backend.links.changeRefusal = { status: 403, code: "not_the_owner" };

    await user.click(makeButton());

    expect(await screen.findByRole("alert")).toHaveTextContent("Only who held this talk, or an admin of the workspace, may share it.");
  });

  it.each(["not_the_owner", "role_too_low"])("is not offered to who may not: %s", async (code) => {
    const world = aReplayedWorld();
    world.backend.links.refusal = { status: 403, code };

    await openPage("/sessions/s1", world);

    await screen.findByRole("button", { name: "Play" });
    expect(screen.getByRole("button", { name: "Copy link" })).toBeVisible();
    expect(screen.queryByRole("button", { name: "Share" })).not.toBeInTheDocument();
  });

  it("shuts nobody out", async () => {
    const world = aReplayedWorld();
    world.backend.links.add("s1", "a");
    const { user, view } = await openDialog(world);
    await user.click(makeButton());
    await screen.findByRole("textbox", { name: "Public link" });

    const { violations } = await axe.run(view.baseElement, { rules: { "color-contrast": { enabled: false } } });

    expect(violations).toEqual([]);
  });
});

describe("taking a link back", () => {
  const rows = () => within(screen.getByRole("dialog")).queryAllByRole("listitem");

  async function withALink() {
    const world = aReplayedWorld();
    world.backend.links.add("s1", "a");
    const page = await openDialog(world);
    return { ...page, takeBack: await screen.findByRole("button", { name: /^Take back the link made Nov 21, 2026/ }) };
  }

  it("takes a second press, which the first one explains", async () => {
    const { links, takeBack, user } = await withALink();

    await user.click(takeBack);
    expect(links.all).toHaveLength(1);
    expect(screen.getAllByText(/Who is listening already can hear for another hour at most/)[0]).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Press again to take it back" }));

    expect(await screen.findByText("The link is taken back.")).toBeInTheDocument();
    expect(links.all).toEqual([]);
    expect(rows()).toEqual([]);
    expect(screen.getByRole("heading", { name: "Links that open now" })).toHaveFocus();
  });

  it("is forgotten when the focus goes elsewhere after the first press", async () => {
    const { links, takeBack, user } = await withALink();
    await user.click(takeBack);

    await user.click(screen.getByRole("radio", { name: "1 day" }));
    await user.click(takeBack);

    expect(links.all).toHaveLength(1);
  });

  it("says in words when it failed, and keeps the link in the list", async () => {
    const { links, takeBack, user } = await withALink();
    links.changeRefusal = { status: 503, code: "store_unavailable" };

    await user.click(takeBack);
    await user.click(takeBack);

    expect(await screen.findByRole("alert")).toHaveTextContent("EchoSphere is busy.");
    expect(rows()).toHaveLength(1);
  });

  it("takes the address of a link that was just made away with it", async () => {
    const { user } = await openDialog();
    await user.click(makeButton());
    await screen.findByRole("textbox", { name: "Public link" });
    const takeBack = await screen.findByRole("button", { name: /^Take back the link/ });

    await user.dblClick(takeBack);

    await waitFor(() => { expect(screen.queryByRole("textbox", { name: "Public link" })).not.toBeInTheDocument(); });
  });
});
