import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";

import { aSession } from "@/testing/examples";
import { aWorld, openPage } from "@/testing/open-page";

const OLD = "What are the opening hours?";

async function open(path: string, fields: Parameters<typeof aSession>[0] = {}) {
  const world = aWorld();
  world.backend.sessions = [aSession(fields)];
  world.backend.messages = { s1: [] };
  const page = await openPage(path, world);
  const pencil = await screen.findByRole("button", { name: /^Rename/ });
  return { ...page, pencil };
}

describe.each(["/sessions", "/sessions/s1"])("at %s a talk", (path) => {
  it("is renamed where it stands, by the keyboard alone, and the old name can be taken back", async () => {
    const { user, backend, pencil } = await open(path);

    pencil.focus();
    await user.keyboard("{Enter}");
    expect(screen.getByRole("textbox", { name: "Name of the talk" })).toHaveFocus();
    await user.keyboard("  Opening hours {Enter}");
    expect(await screen.findByText("Opening hours")).toBeVisible();
    expect(backend.sessions[0]?.title).toBe("Opening hours");
    expect(screen.getByRole("button", { name: "Rename “Opening hours”" })).toHaveFocus();
    await user.click(screen.getByRole("button", { name: "Undo" }));

    expect(await screen.findByText(OLD)).toBeVisible();
    expect(backend.sessions[0]?.title).toBe(OLD);
    await waitFor(() => { expect(screen.queryByText("Renamed.")).not.toBeInTheDocument(); });
  });

  it("keeps its name at Escape, and the focus goes back to where it was", async () => {
    const { user, backend, pencil } = await open(path);

    await user.click(pencil);
    await user.keyboard("Something else{Escape}");

    expect(await screen.findByText(OLD)).toBeVisible();
    expect(screen.getByRole("button", { name: /^Rename/ })).toHaveFocus();
    expect(backend.sessions[0]?.title).toBe(OLD);
  });

  it("is not left without a name", async () => {
    const { user, backend, pencil } = await open(path);

    await user.click(pencil);
    await user.clear(screen.getByRole("textbox", { name: "Name of the talk" }));
    await user.keyboard("   {Enter}");

    expect(await screen.findByText("Give it a name.")).toBeVisible();
    expect(screen.getByRole("textbox", { name: "Name of the talk" })).toBeInvalid();
    expect(backend.sessions[0]?.title).toBe(OLD);
  });

  it("keeps what was typed when the new name could not be stored", async () => {
    const { user, backend, pencil } = await open(path);

    await user.click(pencil);
    backend.failure = { status: 503, code: "store_unavailable" };
    await user.keyboard("Opening hours{Enter}");

    expect(await screen.findByText(/EchoSphere is busy/)).toBeVisible();
    await user.keyboard("{Enter}");
    await waitFor(() => { expect(backend.sessions[0]?.title).toBe("Opening hours"); });
  });
});

it("a talk without words gets its first name, and there is none to go back to", async () => {
  const { user, pencil } = await open("/sessions", { title: null });

  await user.click(pencil);
  await user.keyboard("A test call{Enter}");

  expect(await screen.findByText("A test call")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Undo" })).not.toBeInTheDocument();
});
