/** The whole page at an address, with fakes where it meets the world. */
import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import { act, render } from "@testing-library/react";
import type { i18n } from "i18next";
import userEvent from "@testing-library/user-event";
import { afterEach } from "vitest";

import { createApi, createPublicApi } from "@/api/client";
import { createQueryClient } from "@/api/query-client";
import { Providers } from "@/app/providers";
import { createPageRouter } from "@/app/router";
import { WORDS } from "@/app/words/load-words";
import { forgetPersona } from "@/features/personas/api/personas";
import { callAsGuest } from "@/features/guests/api/call-as-guest";
import { joinSession } from "@/features/room/api/join-session";
import { Rooms } from "@/features/room/rooms";
import { forget } from "@/features/sessions/api/delete-session";
import { readTranscript } from "@/features/sessions/api/list-messages";
import { Removals } from "@/components/removals/removals";
import { createI18n } from "@/i18n/i18n";
import type { PageLanguage } from "@/i18n/language";

import { FakeBackend } from "./fake-backend";
import { FakeEngine } from "./fake-engine";
import { FakeMicrophones } from "./fake-microphones";
import { FakeSignIn } from "./fake-sign-in";
import { FakeWire } from "./fake-wire";
import { server } from "./server";

export interface World {
  backend: FakeBackend;
  engine: FakeEngine;
  microphones: FakeMicrophones;
  signIn: FakeSignIn;
  wire: FakeWire;
}

export function aWorld(fields: Partial<World> = {}): World {
  return {
    backend: new FakeBackend(),
    engine: new FakeEngine(),
    microphones: new FakeMicrophones(),
    signIn: new FakeSignIn(),
    wire: new FakeWire(),
    ...fields,
  };
}

export async function openPage(path: string, world: World = aWorld(), language: PageLanguage = "en") {
  server.use(...world.backend.handlers());
  world.microphones.install();
  const words = await createI18n(WORDS, language);
  const services = servicesOf(world, words);
  const history = createMemoryHistory({ initialEntries: [path] });
  const view = render(
    <Providers words={words} services={services}>
      <RouterProvider router={createPageRouter(services, history)} />
    </Providers>,
  );
  const address = () => history.location.pathname;
  const go = (path: string) => { act(() => { history.push(path); }); };
  const search = () => history.location.search;
  const back = () => { act(() => { history.back(); }); };
  return { ...world, view, user: userEvent.setup(), address, search, go, back };
}

function servicesOf({ signIn, wire, engine }: World, words: i18n) {
  const api = createApi({
    accessToken: () => signIn.accessToken(),
    renewedToken: () => signIn.renewedToken(),
    onRefused: () => void signIn.forget(),
  });
  const queries = createQueryClient();
  queries.setDefaultOptions({ queries: { retry: false } });
  const rooms = new Rooms({
    openWire: wire.open,
    readRecord: (id) => readTranscript(api, id),
    callAgent: (id) => joinSession(api, id),
    callAgentAsGuest: (secret) => callAsGuest(createPublicApi(), secret),
  });
  const removals = new Removals({
    session: (id) => forget({ api, queries }, id),
    persona: (id) => forgetPersona({ api, queries }, id),
  });
  opened.push(rooms);
  return { words, signIn, api, publicApi: createPublicApi(), queries, rooms, removals, openEngine: engine.open };
}

/** Whose timers would go on, and call for an agent in the next test. */
const opened: Rooms[] = [];

afterEach(async () => {
  for (const rooms of opened.splice(0)) {
    rooms.leave();
  }
  await new Promise((done) => setTimeout(done, 0));
});
