import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { expect, it } from "vitest";

import { FakeSignIn } from "@/testing/fake-sign-in";
import { aWorld, openPage } from "@/testing/open-page";
import { openReplay } from "@/testing/open-replay";

// The time to take it back pays for nothing that loads.
import "./routes/sessions";

/** More controls than any page has. */
const MANY = 80;

/** Goes on from control to control until this one has the focus. */
async function reach(user: UserEvent, role: string, name: string | RegExp): Promise<void> {
  for (let tabs = 0; tabs < MANY; tabs += 1) {
    await user.tab();
    const focused = document.activeElement as HTMLElement;
    if (within(focused.parentElement ?? focused).queryAllByRole(role, { name }).includes(focused)) {
      return;
    }
  }
  throw new Error(`no key leads to ${String(name)}`);
}

it("a stranger signs in by the keyboard alone", async () => {
  const { signIn, user } = await openPage("/", aWorld({ signIn: new FakeSignIn(null) }));
  await screen.findByRole("button", { name: "Sign in" });

  await reach(user, "button", "Sign in");
  await user.keyboard("{Enter}");

  await waitFor(() => { expect(signIn.begun).toHaveLength(1); });
});

it("a talk is started, typed in and hung up by the keyboard alone", async () => {
  const { address, microphones, user } = await openPage("/");
  await screen.findByRole("button", { name: "Start talking" });

  await reach(user, "button", "Start talking");
  await user.keyboard("{Enter}");
  await screen.findByRole("log");
  await reach(user, "textbox", "Message");
  await user.keyboard("When do you open?{Enter}");
  expect(screen.getByText("When do you open?")).toBeVisible();
  await reach(user, "button", "Hang up");
  await user.keyboard("{Enter}");

  await waitFor(() => { expect(address()).toMatch(/^\/sessions\//); });
  expect(microphones.opened.map(({ readyState }) => readyState)).toEqual(["ended"]);
});

it("a talk is replayed, deleted and taken back by the keyboard alone", async () => {
  const { address, backend, media, user } = await openReplay();

  await reach(user, "button", "Play");
  await user.keyboard("{Enter}");
  await waitFor(() => { expect(media()?.paused).toBe(false); });
  await user.keyboard("l>");
  expect(screen.getByRole("combobox", { name: "Speed" })).toHaveValue("1.25");
  await reach(user, "button", /^Delete/);
  await user.keyboard("{Enter}");
  await screen.findByText("The talk is deleted.");
  expect(address()).toBe("/sessions");
  await screen.findByRole("heading", { name: "History" });
  await user.keyboard("{Control>}z{/Control}");

  expect(await screen.findByText("What are the opening hours?")).toBeVisible();
  expect(screen.queryByText("The talk is deleted.")).not.toBeInTheDocument();
  expect(backend.sessions).toHaveLength(1);
});
