/**
 * Who is signed in, before the way of signing in has loaded: most visits need no more than the token that an
 * earlier page load left. Everything else is done by the sign-in itself, which loads when it is first needed.
 */
import { ownProblem } from "@/api/problem";
import type { Config } from "@/config/config";

import type { Person, SignIn } from "./sign-in";
import { keptTokens, type KeptTokens } from "./kept-tokens";

/** A token with less left than this is renewed before it is used. */
const RENEW_BELOW_S = 60;

export class KeptSignIn implements SignIn {
  readonly #load: () => Promise<SignIn>;
  readonly #listeners = new Set<() => void>();
  readonly #kept: KeptTokens | null;
  #loading: Promise<SignIn> | null = null;
  #loaded: SignIn | null = null;

  constructor(config: Config, load: () => Promise<SignIn>) {
    this.#load = load;
    this.#kept = keptTokens(config);
  }

  readonly person = (): Person | null => (this.#loaded === null ? (this.#kept?.person ?? null) : this.#loaded.person());

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  async begin(options: { returnTo: string; language: string }): Promise<void> {
    await (await this.whole()).begin(options);
  }

  async complete(): Promise<string> {
    return (await this.whole()).complete();
  }

  async accessToken(): Promise<string> {
    if (this.#loaded === null && this.#kept === null) {
      throw ownProblem("signed_out");
    }
    if (this.#loaded === null && this.#kept !== null && this.#kept.expiresAtS - Date.now() / 1000 > RENEW_BELOW_S) {
      return this.#kept.accessToken;
    }
    return (await this.whole()).accessToken();
  }

  async renewedToken(refused: string): Promise<string> {
    return (await this.whole()).renewedToken(refused);
  }

  async forget(): Promise<void> {
    await (await this.whole()).forget();
  }

  async signOut(): Promise<void> {
    await (await this.whole()).signOut();
  }

  /** Loads it, once; a load that failed is tried again. */
  whole(): Promise<SignIn> {
    this.#loading ??= this.#begin().catch((cause: unknown) => {
      this.#loading = null;
      throw ownProblem("unreachable", cause);
    });
    return this.#loading;
  }

  async #begin(): Promise<SignIn> {
    const whole = await this.#load();
    this.#loaded = whole;
    whole.subscribe(this.#tell);
    this.#tell();
    return whole;
  }

  readonly #tell = (): void => {
    for (const changed of this.#listeners) {
      changed();
    }
  };
}
