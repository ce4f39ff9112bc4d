/** The page of a talk that was recorded, with its player. */
import { screen } from "@testing-library/react";

import { aMessage, aSession } from "./examples";
import { aWorld, openPage, type World } from "./open-page";

const TALK = [
  aMessage({ id: "m1", text: "Hello.", started_s: 1, ended_s: 2 }),
  aMessage({ id: "m2", role: "user", text: "When do you open on Sunday?", started_s: 3, ended_s: 5 }),
  aMessage({ id: "m3", text: "On Sunday at ten, and", started_s: 6, ended_s: 8, interrupted: true }),
];

export function aReplayedWorld(change: (world: World) => void = () => undefined): World {
  const world = aWorld();
  world.backend.sessions = [aSession()];
  world.backend.messages = { s1: TALK };
  change(world);
  return world;
}

export async function openReplay(path = "/sessions/s1", world = aReplayedWorld()) {
  const page = await openPage(path, world);
  const play = await screen.findByRole("button", { name: "Play" });
  return { ...page, play, media: () => world.engine.media };
}
