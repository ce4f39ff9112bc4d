import { screen } from "@testing-library/react";
import axe from "axe-core";
import { describe, expect, it } from "vitest";

import { aPersona, aSession } from "@/testing/examples";
import { aWorld, openPage, type World } from "@/testing/open-page";

const START = { name: "Start talking" };
const QUESTION = { name: "May this talk be recorded?" };

function whereConsentIs(consent: World["backend"]["consent"]): World {
  const world = aWorld();
  world.backend.consent = consent;
  return world;
}

async function press(world: World) {
  const page = await openPage("/", world);
  await screen.findByText(/No talks yet/);
  await page.user.click(await screen.findByRole("button", START));
  return page;
}

describe("where a law wants consent before a talk is recorded", () => {
  it("one is asked, and nothing begins before the answer", async () => {
    const { backend, microphones } = await press(whereConsentIs("needed"));

    expect(await screen.findByRole("dialog", QUESTION)).toBeVisible();
    expect(backend.starts).toEqual([]);
    expect(microphones.opened).toEqual([]);
  });

  it("a yes is sent with this talk, which is recorded", async () => {
    const { backend, user } = await press(whereConsentIs("needed"));

    await user.click(await screen.findByRole("button", { name: "Record with my consent" }));

    expect(await screen.findByText("Recorded")).toBeVisible();
    expect(backend.starts).toMatchObject([{ record: true, recording_consent: true }]);
  });

  it("a no is a talk like any other, only not recorded", async () => {
    const { backend, user } = await press(whereConsentIs("needed"));

    await user.click(await screen.findByRole("button", { name: "Talk unrecorded" }));

    expect(await screen.findByText("Not recorded")).toBeVisible();
    expect(backend.starts).toMatchObject([{ record: false, recording_consent: false }]);
  });

  it("no answer starts no talk", async () => {
    const { backend, user } = await press(whereConsentIs("needed"));

    await screen.findByRole("dialog", QUESTION);
    await user.keyboard("{Escape}");

    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    expect(backend.starts).toEqual([]);
    expect(screen.getByRole("button", START)).toBeEnabled();
  });

  it("one is asked before each talk: a yes is not remembered", async () => {
    const world = whereConsentIs("needed");
    const { user, view } = await press(world);
    await user.click(await screen.findByRole("button", { name: "Record with my consent" }));
    await screen.findByRole("log");
    view.unmount();

    const again = await openPage("/", world);
    await again.user.click(await screen.findByRole("button", START));

    expect(await screen.findByRole("dialog", QUESTION)).toBeVisible();
  });

  it("a page that was not told asks when the API does", async () => {
    const { backend, user } = await press(whereConsentIs("needed_but_not_told"));

    await user.click(await screen.findByRole("button", { name: "Record with my consent" }));

    expect(await screen.findByText("Recorded")).toBeVisible();
    expect(backend.starts).toMatchObject([{ recording_consent: true }]);
    expect(new Set(backend.keys).size).toBe(2);
  });

  it("nobody is asked about a talk that is not recorded", async () => {
    const world = whereConsentIs("needed");
    world.backend.personas.own = [aPersona({ recorded: false })];

    await press(world);

    expect(await screen.findByText("Not recorded")).toBeVisible();
  });

  it.each(["en", "ja"] as const)("the question has no barriers (%s)", async (language) => {
    const { user, view } = await openPage("/", whereConsentIs("needed"), language);
    await user.click(await screen.findByRole("button", { name: language === "en" ? "Start talking" : "話し始める" }));
    await screen.findByRole("dialog");

    const { violations } = await axe.run(view.container, { rules: { "color-contrast": { enabled: false } } });

    expect(violations).toEqual([]);
  });
});

it("where no law asks, nobody is asked", async () => {
  await press(aWorld());

  expect(await screen.findByText("Recorded")).toBeVisible();
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
});

it("when one said yes stands with the talk", async () => {
  const world = aWorld();
  world.backend.sessions = [aSession({ consented_at: "2026-11-20T05:02:00.000Z" })];

  await openPage("/sessions/s1", world);

  expect(await screen.findByText("consented to being recorded")).toBeVisible();
});
