import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { FakeSignIn } from "@/testing/fake-sign-in";

import { KeptSignIn } from "./kept-sign-in";

const CONFIG = { sign_in_origin: "http://localhost:8090", client_id: "c1", stage: "local" };
const NOW_S = 1_795_000_000;

function keep(fields: object = {}) {
  const tokens = { access_token: "kept", expires_at: NOW_S + 3600, profile: { email: "hana@example.com" }, ...fields };
  sessionStorage.setItem("oidc.user:http://localhost:8090:c1", JSON.stringify(tokens));
}

function open(whole = new FakeSignIn()) {
  let loads = 0;
  const signIn = new KeptSignIn(CONFIG, () => {
    loads += 1;
    return Promise.resolve(whole);
  });
  return { signIn, whole, loads: () => loads };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW_S * 1000 });
});

afterEach(() => {
  vi.useRealTimers();
});

it("a token that an earlier page load left is used before the sign-in has loaded", async () => {
  keep();
  const { signIn, loads } = open();

  expect(signIn.person()).toEqual({ email: "hana@example.com" });
  await expect(signIn.accessToken()).resolves.toBe("kept");
  expect(loads()).toBe(0);
});

it("a token that is about to end is renewed by the sign-in itself", async () => {
  keep({ expires_at: NOW_S + 30 });
  const { signIn, loads } = open();

  await expect(signIn.accessToken()).resolves.toBe("a-token");
  expect(loads()).toBe(1);
});

it.each([
  ["nothing", null],
  ["what is no JSON", "{"],
  ["another shape", "[]"],
  ["no token", JSON.stringify({ expires_at: NOW_S + 3600 })],
])("nobody is signed in where %s was left", async (_case, left) => {
  if (left !== null) sessionStorage.setItem("oidc.user:http://localhost:8090:c1", left);
  const { signIn, loads } = open();

  expect(signIn.person()).toBeNull();
  await expect(signIn.accessToken()).rejects.toMatchObject({ code: "signed_out" });
  expect(loads()).toBe(0);
});

it("what is kept here is what Cognito's own sign-in reads", async () => {
  keep({ id_token: "e30.e30.c2ln", token_type: "Bearer", scope: "openid email" });
  const { CognitoSignIn } = await import("./cognito-sign-in");

  const whole = await CognitoSignIn.restore(CONFIG);

  expect(whole.person()).toEqual(open().signIn.person());
  await expect(whole.accessToken()).resolves.toBe("kept");
});

it("whoever signs out is signed out here, too, and the page is told", async () => {
  keep();
  const { signIn } = open();
  const told = vi.fn();
  signIn.subscribe(told);

  await signIn.signOut();

  expect(signIn.person()).toBeNull();
  expect(told).toHaveBeenCalled();
  await expect(signIn.accessToken()).rejects.toMatchObject({ code: "signed_out" });
});

it("loads once for all who need it at the same time", async () => {
  const { signIn, loads } = open();

  await Promise.all([signIn.begin({ returnTo: "/", language: "en" }), signIn.complete(), signIn.whole()]);

  expect(loads()).toBe(1);
});

it("a sign-in that could not be loaded says so, and is tried again", async () => {
  let isThere = false;
  const signIn = new KeptSignIn(CONFIG, () => (isThere ? Promise.resolve(new FakeSignIn()) : Promise.reject(new TypeError("gone"))));
  await expect(signIn.complete()).rejects.toMatchObject({ code: "unreachable" });

  isThere = true;

  await expect(signIn.complete()).resolves.toBe("/");
});
