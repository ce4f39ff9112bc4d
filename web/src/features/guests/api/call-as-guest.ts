import type { Api } from "@/api/client";

import { keptKey } from "../kept-key";
import { enter } from "./guests";

/** Whoever comes in calls an agent, where there is none; a guest without a key would be another one. */
export async function callAsGuest(api: Api, secret: string): Promise<void> {
  const key = keptKey(secret);
  if (key !== undefined) {
    await enter(api, secret, { label: "", consent: false, key });
  }
}
