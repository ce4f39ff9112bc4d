import { http, HttpResponse } from "msw";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { server } from "@/testing/server";

import { CognitoSignIn } from "./cognito-sign-in";

const CONFIG = { sign_in_origin: "http://localhost:8090", client_id: "c1", stage: "local" };
const HOUR_S = 3600;

let asked: URLSearchParams[] = [];
let left: URL[] = [];

function host(answer: () => Response) {
  server.use(
    http.post("http://localhost:8090/oauth2/token", async ({ request }) => {
      asked.push(new URLSearchParams(await request.text()));
      return answer();
    }),
  );
}

function tokens(name: string) {
  const claims = btoa(JSON.stringify({ sub: "p1", email: "hana@example.com" }));
  return HttpResponse.json({
    access_token: name,
    id_token: `e30.${claims}.c2ln`,
    refresh_token: "r1",
    token_type: "Bearer",
    expires_in: HOUR_S,
  });
}

const refusal = () => HttpResponse.json({ error: "invalid_grant" }, { status: 400 });

async function open() {
  return CognitoSignIn.restore(CONFIG, (url) => left.push(new URL(url)));
}

/** Leaves for the host and comes back with what it says. */
async function comeBack(query: Record<string, string>) {
  const signIn = await open();
  await signIn.begin({ returnTo: "/talk/s1", language: "ja" });
  const state = left.at(-1)?.searchParams.get("state") ?? "";
  window.history.replaceState(null, "", `/callback?${new URLSearchParams({ state, ...query }).toString()}`);
  return signIn;
}

async function signedIn() {
  host(() => tokens("first"));
  const signIn = await comeBack({ code: "x" });
  await signIn.complete();
  return signIn;
}

beforeEach(() => {
  asked = [];
  left = [];
  vi.useFakeTimers({ toFake: ["Date"] });
});

afterEach(() => {
  vi.useRealTimers();
  window.history.replaceState(null, "", "/");
});

describe("signing in", () => {
  it.each([
    ["ja", "ja"],
    ["pt", "pt-BR"],
  ])("asks the host for a code with PKCE, in the page's language (%s)", async (language, lang) => {
    const signIn = await open();

    await signIn.begin({ returnTo: "/", language });

    expect(left[0]).toMatchObject({ origin: "http://localhost:8090", pathname: "/oauth2/authorize" });
    expect(Object.fromEntries(left[0]?.searchParams ?? [])).toMatchObject({
      client_id: "c1",
      response_type: "code",
      code_challenge_method: "S256",
      redirect_uri: "http://localhost:8080/callback",
      lang,
    });
  });

  it("returns to where one was, with the verifier that only this tab knows", async () => {
    host(() => tokens("first"));
    const signIn = await comeBack({ code: "x" });

    await expect(signIn.complete()).resolves.toBe("/talk/s1");

    expect(signIn.person()).toEqual({ email: "hana@example.com" });
    expect(asked[0]?.get("code_verifier")).toMatch(/^.{43,128}$/);
  });

  it.each([
    ["denied", { error: "access_denied" }],
    ["not_ours", { code: "x", state: "of-another-tab" }],
    ["expired", { code: "used" }],
  ])("fails as %s", async (failure, query) => {
    host(refusal);
    const signIn = await comeBack(query);

    await expect(signIn.complete()).rejects.toMatchObject({ failure });
    expect(signIn.person()).toBeNull();
  });

  it("lasts over a reload of the page", async () => {
    await signedIn();

    const reloaded = await open();

    await expect(reloaded.accessToken()).resolves.toBe("first");
  });
});

describe("a token", () => {
  it("is used as it is while it lasts", async () => {
    const signIn = await signedIn();

    await expect(signIn.accessToken()).resolves.toBe("first");
    expect(asked).toHaveLength(1);
  });

  it("is renewed before it expires, once for all who wait", async () => {
    const signIn = await signedIn();
    host(() => tokens("second"));
    vi.setSystemTime(Date.now() + (HOUR_S - 30) * 1000);

    const both = await Promise.all([signIn.accessToken(), signIn.accessToken()]);

    expect(both).toEqual(["second", "second"]);
    expect(asked.map((query) => query.get("grant_type"))).toEqual(["authorization_code", "refresh_token"]);
  });

  it("that the API refuses before its time is renewed, once for all calls that it refused", async () => {
    const signIn = await signedIn();
    host(() => tokens("second"));

    const first = await signIn.renewedToken("first");
    const later = await signIn.renewedToken("first");

    expect([first, later]).toEqual(["second", "second"]);
    expect(asked).toHaveLength(2);
  });

  it("that the host renews no more signs the person out", async () => {
    const signIn = await signedIn();
    host(refusal);
    vi.setSystemTime(Date.now() + HOUR_S * 1000);

    await expect(signIn.accessToken()).rejects.toMatchObject({ code: "signed_out" });
    expect(signIn.person()).toBeNull();
  });

  it("stays when the host cannot be reached, to be renewed later", async () => {
    const signIn = await signedIn();
    host(() => HttpResponse.error());
    vi.setSystemTime(Date.now() + HOUR_S * 1000);

    await expect(signIn.accessToken()).rejects.toMatchObject({ code: "unreachable" });
    expect(signIn.person()).not.toBeNull();
  });
});

describe("signing out", () => {
  const SIGNED_OUT = "http://localhost:8090/logout?client_id=c1&logout_uri=http%3A%2F%2Flocalhost%3A8080%2F";

  function revocation(answer: (form: URLSearchParams) => Response | Promise<Response>) {
    server.use(
      http.post("http://localhost:8090/oauth2/revoke", async ({ request }) =>
        answer(new URLSearchParams(await request.text())),
      ),
    );
  }

  it("forgets the tokens, takes them back, and leaves for the host's own sign-out", async () => {
    const revoked: Record<string, string>[] = [];
    revocation((form) => {
      revoked.push(Object.fromEntries(form));
      return new HttpResponse(null);
    });
    const signIn = await signedIn();

    await signIn.signOut();

    await expect(signIn.accessToken()).rejects.toMatchObject({ code: "signed_out" });
    expect(revoked).toEqual([{ token: "r1", client_id: "c1" }]);
    expect(left.at(-1)?.href).toBe(SIGNED_OUT);
  });

  it.each([
    ["knows no such address", () => new HttpResponse(null, { status: 404 })],
    ["cannot be reached", () => HttpResponse.error()],
    ["does not answer in time", () => new Promise<Response>(() => undefined)],
  ])("goes on when the host %s", async (_why, answer) => {
    revocation(answer);
    await signedIn();
    const signIn = await CognitoSignIn.restore(CONFIG, (url) => left.push(new URL(url)), 50);

    await signIn.signOut();

    expect(left.at(-1)?.href).toBe(SIGNED_OUT);
  });
});
