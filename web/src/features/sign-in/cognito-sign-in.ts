/**
 * Cognito's hosted sign-in: authorization code with PKCE.
 *
 * Tokens are kept in sessionStorage: they survive a reload in the middle of a talk and are gone with
 * the tab; a second tab signs in by the host's own cookie. They are renewed on use, not by a timer,
 * because timers sleep with the laptop.
 */
import {
  ErrorResponse,
  UserManager,
  WebStorageStateStore,
  type INavigator,
  type User,
  type UserManagerSettings,
} from "oidc-client-ts";

import { ownProblem } from "@/api/problem";
import type { Config } from "@/config/config";
import { PATHS } from "@/config/paths";

import { safeReturnPath } from "./return-path";
import { SignInFailed, type Person, type SignIn, type SignInFailure } from "./sign-in";

const SCOPE = "openid email";
/** Cognito's pages know some languages by a longer name. */
const HOST_LANGUAGES = new Map([["pt", "pt-BR"]]);
/** Leaves the page for another address; a test only writes it down. */
export type Leave = (url: string) => void;

/** A token with less left than this is renewed before it is used. */
const RENEW_BELOW_S = 60;
/** Signing out waits no longer than this for the host to take the tokens back. */
const REVOKE_WITHIN_MS = 2_000;

export class CognitoSignIn implements SignIn {
  readonly #config: Config;
  readonly #manager: UserManager;
  readonly #leave: Leave;
  readonly #revokeWithinMs: number;
  readonly #listeners = new Set<() => void>();
  #user: User | null = null;
  #person: Person | null = null;
  #renewal: Promise<User> | null = null;

  /** Reads the tokens that an earlier page load left, if any. */
  static async restore(
    config: Config,
    leave: Leave = goTo,
    revokeWithinMs = REVOKE_WITHIN_MS,
  ): Promise<CognitoSignIn> {
    const signIn = new CognitoSignIn(config, leave, revokeWithinMs);
    signIn.#keep(await signIn.#manager.getUser());
    return signIn;
  }

  private constructor(config: Config, leave: Leave, revokeWithinMs: number) {
    this.#config = config;
    this.#leave = leave;
    this.#revokeWithinMs = revokeWithinMs;
    this.#manager = new UserManager(managerSettings(config), navigator(leave));
  }

  readonly person = (): Person | null => this.#person;

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  async begin({ returnTo, language }: { returnTo: string; language: string }): Promise<void> {
    await this.#manager.clearStaleState();
    await this.#manager.signinRedirect({
      state: safeReturnPath(returnTo),
      extraQueryParams: { lang: HOST_LANGUAGES.get(language) ?? language },
    });
  }

  async complete(): Promise<string> {
    try {
      const user = await this.#manager.signinRedirectCallback();
      this.#keep(user);
      return safeReturnPath(user.state);
    } catch (cause) {
      throw new SignInFailed(failureOf(cause), cause);
    }
  }

  async accessToken(): Promise<string> {
    if (this.#user === null) {
      throw ownProblem("signed_out");
    }
    if ((this.#user.expires_in ?? 0) > RENEW_BELOW_S) {
      return this.#user.access_token;
    }
    return (await this.#renew()).access_token;
  }

  async renewedToken(refused: string): Promise<string> {
    const token = await this.accessToken();
    // Several calls are refused together; the first renewal serves them all.
    return token === refused ? (await this.#renew()).access_token : token;
  }

  async forget(): Promise<void> {
    await this.#manager.removeUser();
    this.#keep(null);
  }

  async signOut(): Promise<void> {
    const refreshToken = this.#user?.refresh_token;
    await this.forget();
    if (refreshToken !== undefined) {
      await this.#revoke(refreshToken);
    }
    const query = new URLSearchParams({
      client_id: this.#config.client_id,
      logout_uri: `${window.location.origin}/`,
    });
    this.#leave(`${this.#config.sign_in_origin}/logout?${query.toString()}`);
  }

  /** Takes back the refresh token, and all access that it gave; a host that does not answer stops nobody. */
  async #revoke(token: string): Promise<void> {
    const form = new URLSearchParams({ token, client_id: this.#config.client_id });
    const signal = AbortSignal.timeout(this.#revokeWithinMs);
    await fetch(`${this.#config.sign_in_origin}/oauth2/revoke`, { method: "POST", body: form, signal }).catch(
      () => undefined,
    );
  }

  /** One renewal serves all callers that wait: a refresh token may be good for one use only. */
  #renew(): Promise<User> {
    this.#renewal ??= this.#askForRenewal().finally(() => {
      this.#renewal = null;
    });
    return this.#renewal;
  }

  async #askForRenewal(): Promise<User> {
    try {
      const user = await this.#manager.signinSilent();
      if (user === null) {
        throw ownProblem("signed_out");
      }
      this.#keep(user);
      return user;
    } catch (cause) {
      if (!(cause instanceof ErrorResponse)) {
        throw ownProblem("unreachable", cause);
      }
      await this.forget();
      throw ownProblem("signed_out", cause);
    }
  }

  #keep(user: User | null): void {
    this.#user = user;
    this.#person = user === null ? null : { email: user.profile.email ?? null };
    for (const changed of this.#listeners) {
      changed();
    }
  }
}

/** Endpoints are spelt out: Cognito's discovery lies on another host than its sign-in pages. */
function managerSettings(config: Config): UserManagerSettings {
  const origin = config.sign_in_origin;
  return {
    authority: origin,
    client_id: config.client_id,
    redirect_uri: `${window.location.origin}${PATHS.callback}`,
    response_type: "code",
    scope: SCOPE,
    metadata: {
      issuer: origin,
      authorization_endpoint: `${origin}/oauth2/authorize`,
      token_endpoint: `${origin}/oauth2/token`,
      userinfo_endpoint: `${origin}/oauth2/userInfo`,
    },
    userStore: new WebStorageStateStore({ store: window.sessionStorage }),
    stateStore: new WebStorageStateStore({ store: window.sessionStorage }),
    automaticSilentRenew: false,
  };
}

function goTo(url: string): void {
  window.location.assign(url);
}

function navigator(leave: Leave): INavigator {
  const navigate = ({ url }: { url: string }) => {
    leave(url);
    return Promise.resolve({ url });
  };
  return {
    prepare: () => Promise.resolve({ navigate, close: () => undefined }),
    callback: () => Promise.resolve(),
  };
}

function failureOf(cause: unknown): SignInFailure {
  if (cause instanceof ErrorResponse) {
    return cause.error === "access_denied" ? "denied" : "expired";
  }
  if (cause instanceof TypeError) {
    return "unreachable";
  }
  return "not_ours";
}
