import { act, screen, within } from "@testing-library/react";
import axe from "axe-core";
import { afterEach, describe, expect, it, vi } from "vitest";

import { aMessage, aSession } from "@/testing/examples";
import { FakeSignIn } from "@/testing/fake-sign-in";
import { aWorld, openPage } from "@/testing/open-page";

import { chooseTheme, currentTheme } from "@/theme/theme";

afterEach(() => {
  chooseTheme("system");
});

describe("whoever is not signed in", () => {
  it("is asked to sign in at any address, and comes back to it", async () => {
    window.history.replaceState(null, "", "/sessions/s1?x=1");
    const { signIn, user } = await openPage("/sessions/s1?x=1", aWorld({ signIn: new FakeSignIn(null) }));

    await user.click(await screen.findByRole("button", { name: "Sign in" }));

    expect(signIn.begun).toEqual([{ returnTo: "/sessions/s1?x=1", language: "en" }]);
    window.history.replaceState(null, "", "/");
  });

  it("stays signed in when a renewed token is taken", async () => {
    const world = aWorld();
    world.backend.failure = { status: 401, code: "person_unknown" };

    await openPage("/sessions", world);

    expect(await screen.findByText(/No talks yet/)).toBeVisible();
  });

  it("is asked again when the token is refused and not renewed", async () => {
    const world = aWorld();
    world.signIn.refusesRenewal = true;
    world.backend.failure = { status: 401, code: "person_unknown" };

    await openPage("/sessions", world);

    expect(await screen.findByRole("button", { name: "Sign in" })).toBeVisible();
  });
});

describe("coming back from the sign-in host", () => {
  it("goes on to where one was", async () => {
    const signIn = new FakeSignIn(null);
    await signIn.begin({ returnTo: "/sessions", language: "en" });

    const { address } = await openPage("/callback?code=x&state=y", aWorld({ signIn }));

    expect(await screen.findByRole("heading", { name: "History" })).toBeVisible();
    expect(address()).toBe("/sessions");
  });

  it.each([
    ["denied", /cancelled or refused/],
    ["expired", /took too long/],
    ["not_ours", /another tab/],
    ["unreachable", /could not be reached/],
  ] as const)("says what to do when it was %s", async (failure, words) => {
    const signIn = new FakeSignIn(null);
    signIn.failure = failure;
    const { user } = await openPage("/callback?error=x", aWorld({ signIn }));

    expect(await screen.findByText(words)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Sign in again" }));

    expect(signIn.begun).toHaveLength(1);
  });
});

describe("the page", () => {
  it("speaks Japanese when asked, and remembers it", async () => {
    const { user } = await openPage("/");

    await user.selectOptions(await screen.findByRole("combobox", { name: "Page language" }), "日本語");

    expect(await screen.findByRole("heading", { name: "会話を始める" })).toBeVisible();
    expect(document.documentElement.lang).toBe("ja");
    expect(localStorage.getItem("echosphere.language")).toBe("ja");
  });

  it("turns light, dark, and back to the system", async () => {
    const { user } = await openPage("/");
    const seen: string[] = [];

    for (const name of [/As the system/, /Light/, /Dark/]) {
      await user.click(await screen.findByRole("button", { name }));
      seen.push(currentTheme());
    }

    expect(seen).toEqual(["light", "dark", "system"]);
  });

  it("says when one is offline", async () => {
    await openPage("/");
    await screen.findByRole("heading", { name: "Start a talk" });

    const connection = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    act(() => { window.dispatchEvent(new Event("offline")); });
    expect(screen.getByText(/You are offline/)).toBeVisible();

    connection.mockReturnValue(true);
    act(() => { window.dispatchEvent(new Event("online")); });
    expect(screen.queryByText(/You are offline/)).not.toBeInTheDocument();
  });

  it.each([
    ["a person", new FakeSignIn(), "History"],
    ["a stranger", new FakeSignIn(null), "EchoSphere"],
  ])("says to %s when there is nothing at an address, and leads on", async (_who, signIn, link) => {
    await openPage("/nothing/here", aWorld({ signIn }));

    expect(await screen.findByRole("heading", { name: "There is nothing here" })).toBeVisible();
    expect(within(screen.getByRole("banner")).getByRole("link", { name: link })).toBeVisible();
  });

  it("lists the keys that work everywhere, but not while one types", async () => {
    const { user } = await openPage("/");
    await user.click(await screen.findByRole("button", { name: "Start talking" }));
    await user.type(await screen.findByRole("textbox", { name: "Message" }), "What?");
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    await user.tab();
    await user.keyboard("?");

    const dialog = within(await screen.findByRole("dialog", { name: "Keyboard" }));
    expect(dialog.getByRole("heading", { name: "In the talk" })).toBeVisible();
    expect(dialog.getByRole("heading", { name: "Everywhere" })).toBeVisible();
  });

  it("leads the keyboard past the header", async () => {
    const { user } = await openPage("/");
    await screen.findByRole("heading", { name: "Start a talk" });
    act(() => { document.body.focus(); });
    (document.activeElement as HTMLElement).blur();

    await user.tab();

    expect(screen.getByRole("link", { name: "Skip to the content" })).toHaveFocus();
  });
});

/** Colours need a layout, which jsdom has not; they are looked at in a browser. */
const RULES = { rules: { "color-contrast": { enabled: false } } };

describe("nobody is shut out", () => {
  it.each([
    ["/", "Start a talk"],
    ["/sessions", "History"],
    ["/sessions/s1", "What are the opening hours?"],
    ["/nothing", "There is nothing here"],
  ])("of %s", async (path, heading) => {
    const world = aWorld();
    world.backend.sessions = [aSession()];
    world.backend.messages = { s1: [aMessage()] };
    const { view } = await openPage(path, world);
    await screen.findByRole("heading", { name: heading });

    const { violations } = await axe.run(view.baseElement, RULES);

    expect(violations).toEqual([]);
  });

  it("of the room", async () => {
    const { user, view } = await openPage("/");
    await user.click(await screen.findByRole("button", { name: "Start talking" }));
    await screen.findByRole("log");

    const { violations } = await axe.run(view.baseElement, RULES);

    expect(violations).toEqual([]);
  });
});
