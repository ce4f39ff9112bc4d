import { screen } from "@testing-library/react";
import { expect, it } from "vitest";

import { PAGE_LANGUAGES } from "@/i18n/language";
import { aCostLine, anEvaluation, aScore, aSession, aTurn, aUsage } from "@/testing/examples";
import { openPage } from "@/testing/open-page";
import { aReplayedWorld, openReplay } from "@/testing/open-replay";
import { savedFiles } from "@/testing/saved-files";

import { WORDS } from "./words/load-words";

const { fileNamed } = savedFiles();
const NAME = "echosphere-2026-11-20-0502-figures";

async function openDownloads() {
  const world = aReplayedWorld(({ backend }) => {
    backend.turns = { s1: [aTurn(), aTurn({ id: "m4", heard_from_s: 12.5, voice_to_voice_s: null, interrupted: true, incidents: ["announced", "apologised"] })] };
    backend.usage = aUsage({
      cost: [aCostLine({ part: "voice", provider: "elevenlabs", model: "flash", usd_micros: null })],
      on_aws: [aCostLine({ part: "voice", model: "neural", usd_micros: 16_000 })],
    });
    backend.evaluation = anEvaluation({ scores: [aScore({ reason: "The very reason." })] });
  });
  const { user } = await openReplay("/sessions/s1", world);
  await user.click(screen.getByRole("button", { name: "Download" }));
  return user;
}

it("the figures of a talk are saved as one table: turns, costs, an unknown price left empty, and scores", async () => {
  const user = await openDownloads();

  await user.click(await screen.findByRole("button", { name: "Figures: table (CSV)" }));

  const lines = (await fileNamed(`${NAME}.csv`)).split("\r\n");
  expect(lines).toEqual(expect.arrayContaining([
    "turn,1,3,voice_to_voice_s,,0.9",
    "turn,2,12.5,voice_to_voice_s,,",
    "turn,2,12.5,interrupted,,1",
    "turn,2,12.5,incidents,,announced apologised",
    "cost,,,voice_usd,elevenlabs flash,",
    "cost_on_aws,,,voice_usd,aws neural,0.016",
    "score,,,goal_completion,,4",
  ]));
  expect(lines[0]).toBe("\uFEFFkind,turn,at_s,figure,who,value");
});

it("as data they are what the API has, without a word of what was said or of a judge's reasons", async () => {
  const user = await openDownloads();

  await user.click(await screen.findByRole("button", { name: "Figures: as data (JSON)" }));

  const told = await fileNamed(`${NAME}.json`);
  expect(JSON.parse(told)).toMatchObject({
    session_id: "s1",
    turns: [{ voice_to_voice_s: 0.9 }, { voice_to_voice_s: null }],
    usage: { cost: { lines: [{ usd_micros: null }] } },
    overall: 4,
    scores: [{ metric: "goal_completion", value: 4 }],
  });
  expect(told).not.toMatch(/The very reason|When do you open/);
});

it("of a talk that goes on no figures are offered, for they are not all there", async () => {
  const world = aReplayedWorld(({ backend }) => { backend.sessions = [aSession({ status: "active", ended_at: null })]; });
  const { user } = await openPage("/sessions/s1", world);

  await user.click(await screen.findByRole("button", { name: "Download" }));

  expect(await screen.findByRole("button", { name: "Transcript: text (TXT)" })).toBeVisible();
  expect(screen.queryByRole("button", { name: /Figures/ })).toBeNull();
});

it.each(PAGE_LANGUAGES)("they have their name in %s", async (language) => {
  const { figures } = await WORDS.rest(language);

  expect([figures.download.csv, figures.download.json]).toEqual([expect.stringContaining("CSV"), expect.stringContaining("JSON")]);
});
