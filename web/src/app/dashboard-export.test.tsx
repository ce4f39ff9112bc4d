import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";

import type { CountedTalk, DaySum } from "@/api/types";
import { aDaySum, aSession } from "@/testing/examples";
import { aWorld, openPage } from "@/testing/open-page";
import { savedFiles } from "@/testing/saved-files";

const { saved, fileNamed } = savedFiles();

const FIGURES = {
  turns: 2,
  interrupted: 1,
  incidents: 0,
  voice_to_voice: { count: 2, p50_s: 0.9, p95_s: 1.5 },
  usd_micros: 0,
  on_aws_usd_micros: 40_000,
  is_whole: false,
  on_aws_is_whole: true,
  scores: { goal_completion: 4 },
  judged_by: "nova",
  thumbs_up: 1,
  thumbs_down: 0,
};
const aTalk = (title: string, figures: CountedTalk["figures"] = FIGURES): CountedTalk => ({ session: aSession({ title }), figures });

async function openExports(talks: CountedTalk[][], ofTheDay: Partial<DaySum> = {}) {
  const world = aWorld();
  world.backend.days.told = { days: [{ day: "2026-11-18", ...aDaySum({ sessions: 2, usd_micros: 1_500, ...ofTheDay }) }], all: aDaySum({ sessions: 2 }) };
  world.backend.days.talks = talks;
  const page = await openPage("/dashboard?from=2026-11-14&to=2026-11-20", world);
  await page.user.click(await screen.findByRole("button", { name: "Export" }));
  return page;
}

it("days are saved as a table that a spreadsheet opens, and as JSON", async () => {
  const { user } = await openExports([[]]);

  await user.click(screen.getByRole("button", { name: "Days as CSV" }));
  await user.click(screen.getByRole("button", { name: "Days as JSON" }));

  const [head, row] = (await fileNamed("echosphere-days-2026-11-14-2026-11-20.csv")).split("\r\n");
  expect(head).toMatch(/^\uFEFFday,sessions,failed,messages,/);
  expect(row).toMatch(/^2026-11-18,2,0,0,0,0,0,0,,,0\.0015,/);
  expect(JSON.parse(await fileNamed("echosphere-days-2026-11-14-2026-11-20.json"))).toMatchObject([{ day: "2026-11-18" }]);
});

it("talks are read page by page, and no name of one is run as a formula", async () => {
  const { user } = await openExports([[aTalk("=1+1")], [aTalk("返品、について", null)]]);

  await user.click(screen.getByRole("button", { name: "Talks as CSV" }));

  const [head, first, second] = (await fileNamed("echosphere-talks-2026-11-14-2026-11-20.csv")).split("\r\n");
  expect(head).toMatch(/^\uFEFFid,title,status,/);
  expect(first).toMatch(/^s1,'=1\+1,ended,/);
  expect(first).toMatch(/,2,1,0,0\.9,1\.5,0,0\.04,false,true,nova,,4,,,,,,,1,0$/);
  expect(second).toMatch(/^s1,返品、について,ended,.*,,,,$/);
});

it("whose scores they are stands beside them", async () => {
  const judges = { nova: 1, rules: 3 };
  const opinions = { ...aDaySum().opinions, judged: 4, judged_by_rules: 3, judges };
  const { user } = await openExports([[aTalk("One")]], { opinions });

  await user.click(screen.getByRole("button", { name: "Days as CSV" }));
  await user.click(screen.getByRole("button", { name: "Days as JSON" }));
  await user.click(screen.getByRole("button", { name: "Talks as JSON" }));

  expect(await fileNamed("echosphere-days-2026-11-14-2026-11-20.csv")).toMatch(/,judged,judged_by_rules,judged_by,faithfulness,[^]*,4,3,rules 3; nova 1,/);
  expect(JSON.parse(await fileNamed("echosphere-days-2026-11-14-2026-11-20.json"))).toMatchObject([{ opinions: { judges } }]);
  expect(JSON.parse(await fileNamed("echosphere-talks-2026-11-14-2026-11-20.json"))).toMatchObject([{ figures: { judged_by: "nova" } }]);
});

it("it says how far it is, and is stopped", async () => {
  let goOn = (): void => undefined;
  const page = await openExports([[aTalk("One")], [aTalk("Two")]]);
  page.backend.days.holdTalks = new Promise((resolve) => { goOn = resolve; });

  await page.user.click(screen.getByRole("button", { name: "Talks as JSON" }));

  expect(await screen.findByText("1 of 2 talks read")).toBeVisible();
  await page.user.click(screen.getByRole("button", { name: "Stop" }));
  goOn();

  await waitFor(() => { expect(screen.queryByRole("progressbar")).toBeNull(); });
  expect(saved).toEqual({});
  expect(screen.queryByRole("alert")).toBeNull();
});
