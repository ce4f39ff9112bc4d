import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { existsSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { lineAt, PEAKS_PER_SECOND } from "@/features/landing/example-talk";
import { EXAMPLES } from "@/features/landing/examples/examples";
import type { PageLanguage } from "@/i18n/language";
import { FakeSignIn } from "@/testing/fake-sign-in";
import { aWorld, openPage } from "@/testing/open-page";

const PLAY = { name: "Play the talk" };
const [, firstAnswer] = EXAMPLES.en.lines;

async function meet(language: PageLanguage = "en") {
  const page = await openPage("/", aWorld({ signIn: new FakeSignIn(null) }), language);
  await screen.findByRole("heading", { level: 1 });
  const audio = page.view.container.querySelector("audio");
  if (audio === null) throw new Error("there is nothing to hear");
  const reach = (toS: number) => {
    audio.currentTime = toS;
    fireEvent.timeUpdate(audio);
  };
  const lines = within(screen.getByRole("list", { name: language === "en" ? "What is said" : "話の内容" }));
  const heard = () => lines.getAllByRole("listitem").findIndex((line) => line.getAttribute("aria-current") === "true");
  return { ...page, audio, reach, lines, heard };
}

describe("a stranger", () => {
  it("is told what this is, and finds the way in", async () => {
    const { signIn, user } = await meet();
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("hear every word again");
    expect(screen.getAllByRole("heading", { level: 3 })).toHaveLength(4);

    await user.click(screen.getByRole("button", { name: "Sign in" }));

    expect(signIn.begun).toMatchObject([{ returnTo: "/" }]);
  });

  it("hears a talk, whose transcript moves along", async () => {
    const { audio, reach, heard, user } = await meet();
    expect(heard()).toBe(-1);

    await user.click(screen.getByRole("button", PLAY));
    expect(audio.paused).toBe(false);
    reach((firstAnswer?.startedS ?? 0) + 0.1);
    expect(heard()).toBe(1);

    await user.click(screen.getByRole("button", { name: "Pause the talk" }));
    expect(audio.paused).toBe(true);
  });

  it("goes to the moment of a line, and hears it from there", async () => {
    const { audio, lines, user } = await meet();
    const [, second] = lines.getAllByRole("button", { name: /^Hear from/ });

    await user.click(second ?? document.body);

    expect(audio.currentTime).toBe(firstAnswer?.startedS);
    expect(audio.paused).toBe(false);
  });

  it("moves through the talk with the slider", async () => {
    const { audio } = await meet();

    fireEvent.change(screen.getByRole("slider", { name: "Position in the talk" }), { target: { value: "5" } });

    expect(audio.currentTime).toBe(5);
    expect(screen.getByRole("slider")).toHaveAttribute("aria-valuetext", expect.stringMatching(/^0:05 of/));
  });

  it("loads nothing of the sound before asking for it, and is told whose voices those are", async () => {
    const { audio } = await meet();

    expect(audio.preload).toBe("none");
    expect(screen.getByText(/synthetic/)).toBeVisible();
  });

  it("can read the talk where it cannot be played", async () => {
    const { audio } = await meet();

    act(() => { audio.dispatchEvent(new Event("error")); });

    expect(await screen.findByRole("alert")).toHaveTextContent("You can read it.");
  });

  it("hears the talk in the language of the page", async () => {
    const { audio, user } = await meet();

    await user.selectOptions(screen.getByRole("combobox", { name: "Page language" }), "日本語");

    await waitFor(() => { expect(document.querySelector("audio")?.getAttribute("src")).toBe(EXAMPLES.ja.sound); });
    expect(audio.isConnected).toBe(false);
  });

  it.each(["en", "ja"] as const)("is not shut out (%s)", async (language) => {
    const { view } = await meet(language);

    const { violations } = await axe.run(view.baseElement, { rules: { "color-contrast": { enabled: false } } });

    expect(violations).toEqual([]);
  });
});

/** A landing page that loads for long is left before it is read. */
const MOST_BYTES = 60_000;

describe.each(["en", "ja"] as const)("the example in %s", (language) => {
  const talk = EXAMPLES[language];

  it("is small", () => {
    const file = `src/features/landing/examples/${language}.m4a`;

    expect(existsSync(file) && statSync(file).size).toBeLessThan(MOST_BYTES);
  });

  it("has its lines in their order, all of them inside of what is heard", () => {
    expect(talk.lines.map(({ startedS }) => lineAt(talk, startedS))).toEqual(talk.lines.map((_, index) => index));
    expect(Math.max(...talk.lines.map(({ endedS }) => endedS))).toBeLessThanOrEqual(talk.lengthS);
  });

  it("has somebody's sound in each line that was spoken", () => {
    for (const { role, via, startedS, endedS } of talk.lines.filter((line) => line.via === "voice")) {
      const side = role === "user" ? talk.person : talk.agent;
      const peaks = side.slice(Math.floor(startedS * PEAKS_PER_SECOND), Math.ceil(endedS * PEAKS_PER_SECOND));
      expect(Math.max(...peaks), `${via} at ${startedS}`).toBeGreaterThan(10);
    }
  });
});
