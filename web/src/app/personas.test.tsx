import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { http } from "msw";
import { afterEach, describe, expect, it, vi } from "vitest";

import { UNDO_MS } from "@/components/removals/removals";
import { BUILT_IN, rememberPersona } from "@/features/room/persona-choice";
import { aPersona, aSession } from "@/testing/examples";
import { aWorld, openPage, type World } from "@/testing/open-page";
import { problem } from "@/testing/problem";
import { server } from "@/testing/server";

const START = { name: "Start talking" };

afterEach(() => {
  vi.useRealTimers();
});

function withMina(fields: Parameters<typeof aPersona>[0] = {}): World {
  const world = aWorld();
  world.backend.personas.own = [aPersona(fields)];
  return world;
}

describe("the personas of a workspace", () => {
  it("are the product's own until one makes others, and that one cannot be changed", async () => {
    await openPage("/personas");

    expect(await screen.findByText(/no personas of your own yet/)).toBeVisible();
    expect(screen.getByText("EchoSphere", { selector: "b" })).toBeVisible();
    expect(screen.queryByRole("button", { name: /^(Change|Delete)/ })).not.toBeInTheDocument();
  });

  it("are made with a name, instructions, languages and whether their talks are recorded", async () => {
    const { backend, user } = await openPage("/personas");

    await user.click(await screen.findByRole("button", { name: "Make a persona" }));
    await user.type(screen.getByRole("textbox", { name: "Name" }), " Mina ");
    await user.type(screen.getByRole("textbox", { name: "What it is told to be" }), "You sell bicycles.");
    await user.click(screen.getByRole("checkbox", { name: "Português" }));
    await user.click(screen.getByRole("checkbox", { name: "日本語" }));
    await user.click(screen.getByRole("switch", { name: "Record its talks" }));
    await user.click(screen.getByRole("button", { name: "Save" }));

    const row = (await screen.findByText("Mina", { selector: "b" })).closest("li");
    expect(row).toHaveTextContent("Never recorded");
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    expect(backend.personas.own).toMatchObject([
      { name: "Mina", instructions: "You sell bicycles.", languages: ["pt-BR", "ja-JP"], recorded: false },
    ]);
  });

  it("need a name and a language, and the form says which is missing", async () => {
    const { backend, user } = await openPage("/personas");

    await user.click(await screen.findByRole("button", { name: "Make a persona" }));
    await user.click(screen.getByRole("button", { name: "Save" }));

    expect(screen.getByText("Give it a name.")).toBeVisible();
    expect(screen.getByText("Choose at least one language.")).toBeVisible();
    expect(backend.personas.own).toEqual([]);
  });

  it("are saved again under the same key when the answer was lost", async () => {
    const { backend, user } = await openPage("/personas");
    await user.click(await screen.findByRole("button", { name: "Make a persona" }));
    await user.type(screen.getByRole("textbox", { name: "Name" }), "Mina");
    await user.click(screen.getByRole("checkbox", { name: "English" }));
    backend.failure = { status: 503, code: "store_unavailable" };

    await user.click(screen.getByRole("button", { name: "Save" }));
    await screen.findByText("EchoSphere is busy. Try again in a moment.");
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => { expect(screen.queryByRole("dialog")).not.toBeInTheDocument(); });

    expect(backend.keys).toHaveLength(2);
    expect(new Set(backend.keys).size).toBe(1);
  });

  it("are changed", async () => {
    const { backend, user } = await openPage("/personas", withMina());

    await user.click(await screen.findByRole("button", { name: "Change Mina" }));
    const name = within(screen.getByRole("dialog")).getByRole("textbox", { name: "Name" });
    expect(name).toHaveValue("Mina");
    await user.clear(name);
    await user.type(name, "Taro");
    await user.click(screen.getByRole("button", { name: "Save" }));

    expect(await screen.findByText("Taro", { selector: "b" })).toBeVisible();
    expect(backend.personas.own).toMatchObject([{ id: "p1", name: "Taro", instructions: "You sell bicycles." }]);
  });

  it("are deleted, and kept when one takes it back in time", async () => {
    const { backend, user } = await openPage("/personas", withMina());

    await user.click(await screen.findByRole("button", { name: "Delete Mina" }));
    expect(await screen.findByText("The persona is deleted.")).toBeVisible();
    expect(screen.queryByText("Mina", { selector: "b" })).not.toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Undo" }));

    expect(await screen.findByText("Mina", { selector: "b" })).toBeVisible();
    expect(backend.personas.own).toHaveLength(1);
  });

  it("are gone when the time to take it back is over", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { backend } = await openPage("/personas", withMina());

    fireEvent.click(await screen.findByRole("button", { name: "Delete Mina" }));
    await vi.advanceTimersByTimeAsync(UNDO_MS);

    await waitFor(() => { expect(backend.personas.own).toEqual([]); });
    expect(await screen.findByText(/no personas of your own yet/)).toBeVisible();
  });

  it.each(["en", "ja"] as const)("are shown without barriers (%s), with the form open and its faults named", async (language) => {
    const { user, view } = await openPage("/personas", withMina(), language);
    await user.click(await screen.findByRole("button", { name: language === "en" ? "Make a persona" : "ペルソナを作る" }));
    await user.click(screen.getByRole("button", { name: language === "en" ? "Save" : "保存" }));

    const { violations } = await axe.run(view.container, { rules: { "color-contrast": { enabled: false } } });

    expect(violations).toEqual([]);
  });
});

describe("a talk with a persona", () => {
  it("is with the one that was chosen, in a language it speaks, and the room says its name", async () => {
    const world = withMina({ languages: ["pt-BR"] });
    world.backend.personas.own.push(aPersona({ id: "p2", name: "Taro" }));
    const { backend, user } = await openPage("/", world);

    const choice = await screen.findByRole("combobox", { name: "Talk with" });
    expect(screen.getByRole("combobox", { name: "Language of the talk" })).toHaveValue("pt-BR");
    await user.selectOptions(choice, "Taro");
    await user.click(screen.getByRole("button", START));

    await screen.findByRole("log");
    expect(screen.getByText("Taro")).toBeVisible();
    expect(backend.starts).toMatchObject([{ persona_id: "p2", language: "en-US" }]);
  });

  it("is with the same one the next time", async () => {
    const world = withMina();
    world.backend.personas.own.push(aPersona({ id: "p2", name: "Taro" }));
    const { user, view } = await openPage("/", world);
    await user.selectOptions(await screen.findByRole("combobox", { name: "Talk with" }), "Taro");
    view.unmount();

    await openPage("/", world);

    expect(await screen.findByRole("combobox", { name: "Talk with" })).toHaveValue("p2");
  });

  it("whose owner switched recording off says so, cannot be switched on, and is not recorded", async () => {
    const { backend, user } = await openPage("/", withMina({ recorded: false }));

    const record = await screen.findByRole("switch", { name: "Record this talk" });
    await waitFor(() => { expect(record).toBeDisabled(); });
    expect(record).not.toBeChecked();
    expect(record).toHaveAccessibleDescription("Talks with Mina are never recorded: the persona is set so.");
    await user.click(screen.getByRole("button", START));

    expect(await screen.findByText("Not recorded")).toBeVisible();
    expect(backend.sessions).toMatchObject([{ recorded: false, persona_name: "Mina" }]);
  });

  it.each([
    ["with the product's own", null, "echosphere"],
    ["with whoever was chosen last", "p1", "p1"],
  ])("is not waited for: a talk can start before the list has come, %s", async (_, chosen, id) => {
    rememberPersona(chosen ?? BUILT_IN);
    const { user, backend } = await openPage("/sessions", withMina());
    server.use(http.get("/api/personas", () => new Promise<Response>(() => undefined)));

    await user.click(await screen.findByRole("link", { name: "Talk" }));
    await user.click(await screen.findByRole("button", START));
    await screen.findByRole("log");

    expect(backend.starts).toMatchObject([{ persona_id: id }]);
  });

  it("starts with the product's own where the personas could not be read", async () => {
    const world = withMina();
    const { user, backend } = await openPage("/sessions", world);
    server.use(http.get("/api/personas", () => problem(500, "internal")));

    await user.click(await screen.findByRole("link", { name: "Talk" }));
    await user.click(await screen.findByRole("button", START));
    await screen.findByRole("log");

    expect(backend.starts).toMatchObject([{ persona_id: "echosphere" }]);
  });

  it("is listed and read under its name", async () => {
    const world = aWorld();
    world.backend.sessions = [aSession({ persona_name: "Mina" })];
    world.backend.messages = { s1: [] };
    const { user } = await openPage("/sessions", world);

    expect(await screen.findByText("Mina")).toBeVisible();
    await user.click(screen.getByRole("link", { name: /opening hours/ }));

    expect(await screen.findByText("Mina", { selector: "[data-persona]" })).toBeVisible();
  });
});
