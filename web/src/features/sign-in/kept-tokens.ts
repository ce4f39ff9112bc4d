/** What an earlier page load left of a sign-in, as oidc-client-ts writes it into sessionStorage. */
import type { Config } from "@/config/config";
import { isRecord, textOf } from "@/config/records";

import type { Person } from "./sign-in";

const KEY = "oidc.user:";

export interface KeptTokens {
  accessToken: string;
  /** Seconds since 1970. */
  expiresAtS: number;
  person: Person;
}

/** Null where there are none, or where they are not understood: then the sign-in itself looks at them. */
export function keptTokens({ sign_in_origin: origin, client_id: clientId }: Config): KeptTokens | null {
  const kept: unknown = parsed(stored(`${KEY}${origin}:${clientId}`));
  if (!isRecord(kept) || typeof kept["access_token"] !== "string" || typeof kept["expires_at"] !== "number") {
    return null;
  }
  return {
    accessToken: kept["access_token"],
    expiresAtS: kept["expires_at"],
    person: { email: isRecord(kept["profile"]) ? textOf(kept["profile"]["email"]) : null },
  };
}

/** Whether there may be any, before it is known whose: what is fetched first depends on it. */
export function hasKeptTokens(): boolean {
  try {
    return Object.keys(sessionStorage).some((key) => key.startsWith(KEY));
  } catch {
    return false;
  }
}

function stored(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function parsed(json: string | null): unknown {
  try {
    return json === null ? null : JSON.parse(json);
  } catch {
    return null;
  }
}
