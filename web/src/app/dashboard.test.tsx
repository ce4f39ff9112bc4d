import { screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { http } from "msw";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { Day, DaySum } from "@/api/types";
import { aDaySum, aPersona, aSession } from "@/testing/examples";
import { aWorld, openPage } from "@/testing/open-page";
import { problem } from "@/testing/problem";
import { server } from "@/testing/server";

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true, now: new Date("2026-11-20T14:00:00.000Z") });
});

afterEach(() => {
  vi.useRealTimers();
});

const aDay = (day: string, fields: Partial<DaySum> = {}): Day => ({ day, ...aDaySum({ sessions: 4, ...fields }) });

const DAYS = [
  aDay("2026-11-18", { failed: 1, voice_to_voice: { count: 9, p50_s: 0.9, p95_s: 1.5 }, usd_micros: 0, on_aws_usd_micros: 40_000 }),
  aDay("2026-11-20", { interrupted: 2, incidents: 1 }),
];

function aDashboard(all: Partial<DaySum> = {}) {
  const world = aWorld();
  world.backend.personas.own.push(aPersona());
  world.backend.sessions = [aSession({ id: "s1", title: "A talk of that day", ended_at: "2026-11-18T12:00:00.000Z" })];
  world.backend.days.told = { days: DAYS, all: aDaySum({ sessions: 8, failed: 1, ...all }) };
  return world;
}

const chart = (name: string) => within(screen.getByRole("region", { name }));

describe("the dashboard", () => {
  it("is in the navigation, and asks for four weeks", async () => {
    const { user, backend } = await openPage("/", aDashboard());

    await user.click(await screen.findByRole("link", { name: "Dashboard" }));

    expect(await screen.findByRole("heading", { name: "Dashboard", level: 1 })).toBeVisible();
    await waitFor(() => { expect(backend.days.asked).toEqual(["from=2026-10-24&to=2026-11-20"]); });
    expect(await screen.findByText("1 of them failed")).toBeVisible();
  });

  it("leads from a day of a chart to the talks of that day", async () => {
    const { user, address, search, backend } = await openPage("/dashboard?persona=echosphere", aDashboard());
    await screen.findByRole("region", { name: "Talks a day" });

    await user.click(chart("Talks a day").getByRole("link", { name: "Nov 18: Ended well 3, Failed 1. Show its talks" }));

    expect(await screen.findByText("A talk of that day")).toBeVisible();
    expect([address(), search()]).toEqual(["/sessions", "?day=2026-11-18&persona=echosphere"]);
    expect(backend.lists.at(-1)).toBe("limit=20&persona_id=echosphere&ended_on=2026-11-18");
    expect(screen.getByLabelText("Day of its end (UTC)")).toHaveValue("2026-11-18");
  });

  it("is gone through by the keyboard, one stop a chart, the last day first", async () => {
    const { user } = await openPage("/dashboard", aDashboard());
    await screen.findByRole("region", { name: "Voice to voice" });
    const [first, last] = chart("Voice to voice").getAllByRole("link");

    expect([first?.tabIndex, last?.tabIndex]).toEqual([-1, 0]);
    last?.focus();
    await user.keyboard("{ArrowLeft}");

    expect(document.activeElement).toHaveAccessibleName("Nov 18: P50 900 ms, P95 1,500 ms. Show its talks");
    await user.keyboard("{End}");
    expect(document.activeElement).toHaveAccessibleName("Nov 20: P50 –, P95 –. Show its talks");

    await user.keyboard("?");
    expect(await screen.findByText("To the day before, to the next")).toBeVisible();
  });

  it("leads from a slow turn to its second, and to talks that failed", async () => {
    await openPage("/dashboard", aDashboard({
      slowest: [{ session_id: "s1", day: "2026-11-18", at_s: 83.2, voice_to_voice_s: 4.25 }],
      failed_session_ids: ["s1"],
    }));

    const slow = await screen.findByRole("link", { name: "4,250 ms, on Nov 18 at 1:23 of the talk" });
    expect(slow).toHaveAttribute("href", "/sessions/s1?t=83.2");
    expect(screen.getByRole("link", { name: "Talk s1" })).toHaveAttribute("href", "/sessions/s1");
  });

  it("tells the same as a table", async () => {
    const { user } = await openPage("/dashboard", aDashboard());

    await user.click(await screen.findByText("All days as a table"));

    const [, latest, earlier] = within(screen.getByRole("table")).getAllByRole("row");
    expect(latest).toHaveTextContent("Nov 2040––021");
    expect(earlier).toHaveTextContent("Nov 1841900 ms1,500 ms000$0.00$0.0400–––––0 / 0");
  });

  it("says so where a price is unknown", async () => {
    const sum = aDaySum({ sessions: 1, usd_micros: 1_500, is_whole: false, on_aws_usd_micros: 40_000 });
    const world = aDashboard();
    world.backend.days.told = { days: [{ day: "2026-11-18", ...sum }], all: sum };
    const { user } = await openPage("/dashboard", world);

    expect(await screen.findByText("at least $0.0015", { selector: "dd" })).toBeVisible();
    expect(screen.getByText("On AWS $0.0400")).toBeVisible();
    await user.click(screen.getByText("All days as a table"));
    expect(screen.getByRole("cell", { name: "at least $0.0015" })).toBeVisible();
  });

  it("says whose scores they are, and how far people agree with them", async () => {
    const said = { judged: 4, judged_by_rules: 3, judges: { nova: 1, rules: 3 }, means: { goal_completion: { mean: 4.25, count: 4 } }, thumbs_up: 2, thumbs_down: 1, compared: 3, agreed: 2 };
    const world = aDashboard({ opinions: said });
    world.backend.days.told.days = [aDay("2026-11-18", { opinions: said })];
    await openPage("/dashboard", world);

    expect(await screen.findByText(/Means of 4 judged talks, from 1 to 5; 3 of them by plain rules.* Judged by: plain rules \(3\), nova \(1\)\./)).toBeVisible();
    expect(screen.getByRole("cell", { name: "plain rules (3), nova (1)", hidden: true })).toBeInTheDocument();
    expect(chart("What the judge says").getByRole("link")).toHaveAccessibleName(/^Nov 18: Got what was wanted 4.3, Answered what was asked –/);
    expect(screen.getByText("The judge agrees with 2 of 3 thumbs.")).toBeVisible();
  });

  it("is narrowed by days, persona and language, which stand in the address", async () => {
    const { user, backend, search } = await openPage("/dashboard", aDashboard());
    await screen.findByRole("region", { name: "Talks a day" });

    await user.click(screen.getByRole("radio", { name: "7 days" }));
    await waitFor(() => { expect(screen.getByRole("radio", { name: "7 days" })).toBeChecked(); });
    await user.selectOptions(await screen.findByRole("combobox", { name: "With" }), "Mina");
    await user.selectOptions(screen.getByRole("combobox", { name: "Language of the talk" }), "日本語");

    await waitFor(() => { expect(backend.days.asked.at(-1)).toBe("from=2026-11-14&to=2026-11-20&persona_id=p1&language=ja-JP"); });
    expect(search()).toBe("?days=7&persona=p1&language=ja-JP");

    await user.click(screen.getByRole("radio", { name: "From … to …" }));
    expect(await screen.findByLabelText("From")).toHaveValue("2026-11-14");
    expect(search()).toBe("?persona=p1&language=ja-JP&from=2026-11-14&to=2026-11-20");
  });

  it("says so when nothing happened, and when it could not be read, and reads it again", async () => {
    const world = aDashboard();
    world.backend.days.told = { days: [], all: aDaySum() };
    const page = await openPage("/dashboard", world);
    expect(await screen.findByText("No talk that ended in this time is counted yet. That takes about a minute.")).toBeVisible();

    server.use(http.get("/api/usage", () => problem(503, "store_unavailable"), { once: true }));
    await page.user.click(screen.getByRole("radio", { name: "7 days" }));

    expect(await screen.findByText("EchoSphere is busy. Try again in a moment.")).toBeVisible();
    world.backend.days.told = { days: DAYS, all: aDaySum() };
    await page.user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("region", { name: "Talks a day" })).toBeVisible();
  });

  it("has nothing that axe finds", async () => {
    vi.useRealTimers();
    const { view } = await openPage("/dashboard?from=2026-11-14&to=2026-11-20", aDashboard());
    await screen.findByRole("region", { name: "Talks a day" });

    expect((await axe.run(view.container)).violations).toEqual([]);
  });
});
