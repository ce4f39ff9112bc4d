/** Everything that is made once for a page load. Tests make their own, with fakes. */
import type { QueryClient } from "@tanstack/react-query";

import type { i18n } from "i18next";

import { createApi, createPublicApi, type Api } from "@/api/client";
import { createQueryClient } from "@/api/query-client";
import type { Config } from "@/config/config";
import type { OpenEngine } from "@/features/playback/engine/engine";
import { openEngine } from "@/features/playback/engine/open-engine";
import { forgetPersona } from "@/features/personas/api/personas";
import { joinSession } from "@/features/room/api/join-session";
import { Rooms } from "@/features/room/rooms";
import { openLiveKitWire } from "@/features/room/wire/load-livekit";
import { forget } from "@/features/sessions/api/delete-session";
import { readTranscript } from "@/features/sessions/api/list-messages";
import { Removals } from "@/components/removals/removals";
import { KeptSignIn } from "@/features/sign-in/kept-sign-in";
import type { SignIn } from "@/features/sign-in/sign-in";

export interface Services {
  words: i18n;
  signIn: SignIn;
  api: Api;
  /** For pages that need no sign-in. */
  publicApi: Api;
  queries: QueryClient;
  rooms: Rooms;
  removals: Removals;
  openEngine: OpenEngine;
}

const LOAD_SIGN_IN_AFTER_MS = 2_000;

export function createServices(config: Config, words: i18n): Services {
  const signIn = new KeptSignIn(config, async () => {
    const { CognitoSignIn } = await import("@/features/sign-in/cognito-sign-in");
    return CognitoSignIn.restore(config);
  });
  // When the page stands: whoever signs out then waits for nothing, also where the network has gone.
  setTimeout(() => void signIn.whole().catch(() => undefined), LOAD_SIGN_IN_AFTER_MS);
  const api = createApi({
    accessToken: () => signIn.accessToken(),
    renewedToken: (refused) => signIn.renewedToken(refused),
    onRefused: () => void signIn.forget(),
  });
  const publicApi = createPublicApi();
  const rooms = new Rooms({
    openWire: openLiveKitWire,
    readRecord: (sessionId) => readTranscript(api, sessionId),
    callAgent: (sessionId) => joinSession(api, sessionId),
    callAgentAsGuest: async (secret) => {
      const { callAsGuest } = await import("@/features/guests/api/call-as-guest");
      await callAsGuest(publicApi, secret);
    },
  });
  const queries = createQueryClient();
  const removals = new Removals({
    session: (id) => forget({ api, queries }, id),
    persona: (id) => forgetPersona({ api, queries }, id),
  });
  window.addEventListener("pagehide", () => { removals.finishAll(); });
  return { words, signIn, api, publicApi, queries, rooms, removals, openEngine };
}
