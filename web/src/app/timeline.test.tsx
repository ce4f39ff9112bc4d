import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { describe, expect, it } from "vitest";

import { aMessage, aPart } from "@/testing/examples";
import { aReplayedWorld, openReplay } from "@/testing/open-replay";
import { server } from "@/testing/server";

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

  it("shows small pictures also where the browser keeps cookies away", async () => {
    const asked: string[] = [];
    server.use(
      http.get("/media/s1/002/sprite.vtt", ({ request }) => {
        asked.push(new URL(request.url).search);
        return HttpResponse.text("WEBVTT\n\n00:00.000 --> 10:00.000\nsprite_001.jpg#xywh=0,0,160,90\n");
      }),
    );
    const world = aReplayedWorld(({ backend }) => {
      backend.playback.parts = [aPart({ attempt: 2, kind: "video", sprite_url: "/media/s1/002/sprite.vtt" })];
    });
    await openReplay("/sessions/s1", world);

    fireEvent.pointerMove(document.querySelector("[data-seek-bar]") ?? document.body, { clientX: 5 });

    await waitFor(() => {
      expect(document.querySelector<HTMLElement>("[data-thumbnail]")?.style.backgroundImage).toContain(
        "/media/s1/002/sprite_001.jpg?signature=x",
      );
    });
    expect(asked).toEqual(["?signature=x"]);
  });
});
