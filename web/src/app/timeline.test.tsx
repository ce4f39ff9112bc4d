import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";

import { aMessage, aPart } from "@/testing/examples";
import { aReplayedWorld, openReplay } from "@/testing/open-replay";

function turns(): (string | null)[][] {
  return [...document.querySelectorAll<HTMLElement>("[data-turn]")].map(({ dataset, style }) => [
    dataset["turn"] ?? null,
    style.left,
    style.right,
  ]);
}

async function openTalk() {
  const world = aReplayedWorld(({ backend }) => {
    backend.playback.parts = [aPart({ offset_s: 0, duration_s: 100 })];
    backend.messages = {
      s1: [
        aMessage({ id: "m1", started_s: 0, ended_s: 10 }),
        aMessage({ id: "m2", role: "user", via: "text", started_s: 20, ended_s: 20 }),
        aMessage({ id: "m3", started_s: 25, ended_s: 50, interrupted: true }),
        aMessage({ id: "m4", role: "system", started_s: 60, ended_s: 61 }),
      ],
    };
  });
  await openReplay("/sessions/s1", world);
}

describe("the line of time", () => {
  it("shows who has the floor when, below the waveform", async () => {
    await openTalk();

    expect(turns()).toEqual([
      ["assistant", "0%", "90%"],
      ["user", "20%", "80%"],
      ["assistant", "25%", "50%"],
    ]);
  });

  it("explains what is drawn on it", async () => {
    await openTalk();

    expect(within(screen.getByRole("region", { name: "Player" })).getByText("typed")).toBeVisible();
  });

  it("is told with how often somebody was cut short", async () => {
    await openTalk();

    const facts = screen.getByLabelText("Facts");
    expect(within(facts).getByText("Interruptions").nextElementSibling).toHaveTextContent("1");
  });
});
