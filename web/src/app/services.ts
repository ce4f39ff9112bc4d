/** Everything that is made once for a page load. Tests make their own, with fakes. */
import type { QueryClient } from "@tanstack/react-query";

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
import { CognitoSignIn } from "@/features/sign-in/cognito-sign-in";
import type { SignIn } from "@/features/sign-in/sign-in";

export interface Services {
  signIn: SignIn;
  api: Api;
  /** For pages that need no sign-in. */
  publicApi: Api;
  queries: QueryClient;
  rooms: Rooms;
  removals: Removals;
  openEngine: OpenEngine;
}

export async function createServices(config: Config): Promise<Services> {
  const signIn = await CognitoSignIn.restore(config);
  const api = createApi({
    accessToken: () => signIn.accessToken(),
    renewedToken: (refused) => signIn.renewedToken(refused),
    onRefused: () => void signIn.forget(),
  });
  const rooms = new Rooms({
    openWire: openLiveKitWire,
    readRecord: (sessionId) => readTranscript(api, sessionId),
    callAgent: (sessionId) => joinSession(api, sessionId),
  });
  const queries = createQueryClient();
  const removals = new Removals({
    session: (id) => forget({ api, queries }, id),
    persona: (id) => forgetPersona({ api, queries }, id),
  });
  window.addEventListener("pagehide", () => { removals.finishAll(); });
  return { signIn, api, publicApi: createPublicApi(), queries, rooms, removals, openEngine };
}
