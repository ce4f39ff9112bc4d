import { screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { http } from "msw";
import { afterEach, describe, expect, it, vi } from "vitest";

import { aPersona, aSession } from "@/testing/examples";
import { aWorld, openPage } from "@/testing/open-page";
import { problem } from "@/testing/problem";
import { server } from "@/testing/server";

afterEach(() => {
  vi.useRealTimers();
});

function aHistory() {
  const world = aWorld();
  world.backend.personas.own.push(aPersona());
  world.backend.sessions = [
    aSession({ id: "s1", title: "Today in English", created_at: "2026-11-20T12:00:00.000Z" }),
    aSession({ id: "s2", title: "Mina in Japanese", persona_id: "p1", persona_name: "Mina", language: "ja-JP", created_at: "2026-11-19T12:00:00.000Z" }),
    aSession({ id: "s3", title: "Taro is gone", persona_id: "p9", persona_name: "Taro", created_at: "2026-11-02T12:00:00.000Z" }),
    aSession({ id: "s4", title: "A year ago", created_at: "2025-11-02T12:00:00.000Z" }),
  ];
  return world;
}

const days = () => screen.getAllByRole("heading", { level: 2 }).map((day) => day.textContent);
const titles = () => screen.getAllByRole("listitem").map((row) => row.querySelector("b")?.textContent);

describe("the days of the history", () => {
  it("are told as one tells them, the year only where it is another", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true, now: new Date("2026-11-20T14:00:00.000Z") });
    await openPage("/sessions", aHistory());

    await screen.findByText("Today in English");

    expect(days()).toEqual(["Today", "Yesterday", "Monday, November 2", "Sunday, November 2, 2025"]);
  });
});

describe("the filters of the history", () => {
  it("narrow it by persona and language, and stand in the address", async () => {
    const { user, backend, search, back } = await openPage("/sessions", aHistory());
    await screen.findByText("A year ago");

    await user.selectOptions(screen.getByRole("combobox", { name: "With" }), "Mina");
    await waitFor(() => { expect(titles()).toEqual(["Mina in Japanese"]); });
    await user.selectOptions(screen.getByRole("combobox", { name: "Language of the talk" }), "日本語");
    await waitFor(() => { expect(backend.lists.at(-1)).toBe("limit=20&persona_id=p1&language=ja-JP"); });
    expect(search()).toBe("?persona=p1&language=ja-JP");

    back();
    await waitFor(() => { expect(search()).toBe("?persona=p1"); });
    await user.click(screen.getByRole("button", { name: "Show all talks" }));
    await waitFor(() => { expect(titles()).toHaveLength(4); });
    expect(search()).toBe("");
  });

  it("are taken from the address, and rubbish in it asks for nothing", async () => {
    const { backend } = await openPage("/sessions?language=ja-JP&persona=", aHistory());

    expect(await screen.findByText("Mina in Japanese")).toBeVisible();
    expect(titles()).toEqual(["Mina in Japanese"]);
    expect(screen.getByRole("combobox", { name: "Language of the talk" })).toHaveValue("ja-JP");
    expect(backend.lists).toEqual(["limit=20&language=ja-JP"]);
  });

  it("offer a persona that is gone, as long as its talks are there", async () => {
    const { user } = await openPage("/sessions", aHistory());
    await screen.findByText("Taro is gone");

    await user.selectOptions(screen.getByRole("combobox", { name: "With" }), "Taro");

    await waitFor(() => { expect(titles()).toEqual(["Taro is gone"]); });
    expect(screen.getByRole("combobox", { name: "With" })).toHaveValue("p9");
  });

  it("search on by themselves where many talks do not fit", async () => {
    const world = aHistory();
    world.backend.searched = 1;
    const { backend } = await openPage("/sessions?persona=p9", world);

    expect(await screen.findByText("Taro is gone")).toBeVisible();

    expect(backend.lists).toHaveLength(3);
    expect(screen.getByRole("button", { name: "Show more" })).toBeVisible();
  });

  it("say that nothing fits only when all talks were looked through", async () => {
    const world = aHistory();
    world.backend.searched = 1;
    const { user, backend } = await openPage("/sessions?persona=nobody", world);

    expect(await screen.findByText("No talk fits this choice.")).toBeVisible();
    expect(backend.lists).toHaveLength(4);
    expect(screen.getByRole("combobox", { name: "With" })).toHaveDisplayValue("A persona that is gone");
    await user.click(screen.getAllByRole("button", { name: "Show all talks" })[1] as HTMLElement);

    expect(await screen.findByText("A year ago")).toBeVisible();
  });

  it("keep what was found when a later page fails, and go on from there", async () => {
    const world = aHistory();
    world.backend.searched = 2;
    const { user } = await openPage("/sessions?persona=p1", world);
    await screen.findByText("Mina in Japanese");
    server.use(http.get("/api/sessions", () => problem(503, "store_unavailable"), { once: true }));

    await user.click(screen.getByRole("button", { name: "Show more" }));
    const alert = await screen.findByRole("alert");
    expect(screen.getByText("Mina in Japanese")).toBeVisible();
    await user.click(within(alert).getByRole("button", { name: "Try again" }));

    await waitFor(() => { expect(screen.queryByRole("alert")).not.toBeInTheDocument(); });
    expect(titles()).toEqual(["Mina in Japanese"]);
  });

  it.each(["en", "ja"] as const)("are shown without barriers (%s)", async (language) => {
    const { view } = await openPage("/sessions?persona=p1", aHistory(), language);
    await screen.findByText("Mina in Japanese");

    const { violations } = await axe.run(view.container, { rules: { "color-contrast": { enabled: false } } });

    expect(violations).toEqual([]);
  });
});
