import { screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { describe, expect, it } from "vitest";

import { aCostLine, aPart, aTurn, aUsage } from "@/testing/examples";
import { aReplayedWorld, openReplay } from "@/testing/open-replay";

async function openTalk() {
  const world = aReplayedWorld(({ backend }) => {
    backend.playback.parts = [aPart({ offset_s: 0, duration_s: 100 })];
    backend.turns = {
      s1: [
        aTurn({ id: "m2", heard_from_s: 20, heard_until_s: 25, answered_s: 26, answered_until_s: 30, voice_to_voice_s: 1 }),
        aTurn({
          id: "m4",
          via: "text",
          heard_from_s: 40,
          heard_until_s: 40,
          voice_to_voice_s: null,
          interrupted: true,
          incidents: ["apologised"],
        }),
      ],
    };
  });
  return openReplay("/sessions/s1", world);
}

const figures = () => within(screen.getByRole("region", { name: "What each turn took" }));

describe("the figures of a talk", () => {
  it("are told as a table, turn by turn, with what was particular", async () => {
    await openTalk();

    const [, spoken, typed] = await figures().findAllByRole("row");
    expect(spoken).toHaveTextContent("0:201,000 ms300 ms500 ms300 ms100 ms");
    expect(typed).toHaveTextContent("typed, interrupted, apologised");
    expect(figures().getByText(/median 1,000 ms, longest 1,000 ms/)).toBeVisible();
  });

  it("have nothing that axe finds, with the player, the scores and the cost around them", async () => {
    const { view } = await openTalk();
    await figures().findAllByRole("row");

    expect((await axe.run(view.container)).violations).toEqual([]);
  });

  it("a press on a turn's time plays it", async () => {
    const { user, media } = await openTalk();

    await user.click(await figures().findByRole("button", { name: "Hear turn 2, from 0:40" }));

    await waitFor(() => { expect(media()?.currentTime).toBeCloseTo(40); });
  });

  it("are drawn on the time of the player", async () => {
    await openTalk();

    const turn = await figures().findByRole("button", { name: "Turn 1 at 0:20, answered after 1,000 ms" });
    expect([turn.style.left, turn.style.right]).toEqual(["20%", "70%"]);
    const waited = document.querySelector<HTMLElement>("[data-lane=deciding]");
    expect(waited?.style.left).toBe("25%");
  });

  it("are gone through and heard by the keyboard", async () => {
    const { user, media } = await openTalk();
    const first = await figures().findByRole("button", { name: /^Turn 1 at/ });

    first.focus();
    await user.keyboard("{ArrowRight}");
    expect(document.activeElement).toHaveAccessibleName("Turn 2 at 0:40");
    await user.keyboard("{Enter}");

    await waitFor(() => { expect(media()?.currentTime).toBeCloseTo(40); });
  });

  it("are seen closer by keys and by buttons, and as a whole again", async () => {
    const { user } = await openTalk();
    const zoom = () => document.querySelector("[data-zoom]")?.getAttribute("data-zoom");

    (await figures().findByRole("button", { name: /^Turn 1 at/ })).focus();
    await user.keyboard("+");
    await user.click(figures().getByRole("button", { name: "Zoom in" }));
    expect(zoom()).toBe("4");

    await user.click(figures().getByRole("button", { name: "The whole talk" }));
    expect(zoom()).toBe("1");
  });

  it("tell what each part cost, and what it would cost on AWS", async () => {
    const world = aReplayedWorld(({ backend }) => {
      backend.usage = aUsage({
        cost: [aCostLine({ part: "voice", provider: "local", usd_micros: 0 })],
        on_aws: [aCostLine({ part: "voice", model: "neural", usd_micros: 16_000, is_sure: false })],
      });
    });
    await openReplay("/sessions/s1", world);

    const [, voice, all] = within(await screen.findByRole("table", { name: "What the talk cost" })).getAllByRole("row");
    expect(voice).toHaveTextContent("Voice local$0.00$0.0160");
    expect(all).toHaveTextContent("All$0.00$0.0160");
    expect(screen.getByText(/second hand or of other regions/)).toBeVisible();
  });

  it("tell of a price that nobody knows that it is unknown, and not nothing", async () => {
    const world = aReplayedWorld(({ backend }) => {
      const here = [
        aCostLine({ part: "ears", provider: "deepgram", usd_micros: 5_800, is_sure: false }),
        aCostLine({ part: "voice", provider: "elevenlabs", usd_micros: null }),
      ];
      backend.usage = aUsage({ cost: here, on_aws: [aCostLine({ part: "voice", usd_micros: 16_000 })] });
    });
    await openReplay("/sessions/s1", world);

    const [, , voice, all] = within(await screen.findByRole("table", { name: "What the talk cost" })).getAllByRole("row");
    expect(voice).toHaveTextContent("Voice elevenlabsunknown$0.0160");
    expect(all).toHaveTextContent("All that is known$0.0058$0.0160");
    expect(screen.getByText(/second hand or of other regions/)).toBeVisible();
  });

  it("of a talk in which nothing was asked are not there", async () => {
    await openReplay();

    expect(screen.queryByRole("region", { name: "What each turn took" })).toBeNull();
  });
});
