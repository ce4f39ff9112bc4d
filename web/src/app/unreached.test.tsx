import { screen } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { openPage } from "@/testing/open-page";
import { server } from "@/testing/server";

import { orUnreached, Unreached } from "./routes/unreached";

const LOST = new TypeError("Failed to fetch dynamically imported module: /assets/sessions.js");

function answerOf(answer: () => Response) {
  server.use(http.head("/config.json", answer));
}

beforeEach(() => {
  vi.doMock("./routes/sessions", () => Promise.reject(LOST));
});

afterEach(() => {
  vi.doUnmock("./routes/sessions");
});

it.each([
  ["en", "History", "The connection is lost", "Reload"],
  ["ja", "履歴", "接続が切れました", "再読み込み"],
] as const)("a part that cannot be fetched while nobody answers is said to be out of reach (%s)", async (language, link, title, reload) => {
  // React tells of every error that a boundary catches.
  const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
  answerOf(() => HttpResponse.error());
  const { user } = await openPage("/", undefined, language);

  await user.click(await screen.findByRole("link", { name: link }));

  expect(await screen.findByRole("heading", { name: title })).toBeVisible();
  expect(screen.getByRole("button", { name: reload })).toBeVisible();
  expect(told.mock.calls.flat().filter((said) => said instanceof Error && !(said instanceof Unreached))).toEqual([]);
});

it("a part that is not there although somebody answers is a lost module as before", async () => {
  answerOf(() => new HttpResponse(null, { status: 200 }));

  await expect(orUnreached(Promise.reject(LOST))).rejects.toBe(LOST);
});

it("a part that nobody answers for keeps what was said of it", async () => {
  answerOf(() => HttpResponse.error());

  const refused = orUnreached(Promise.reject(LOST));

  await expect(refused).rejects.toBeInstanceOf(Unreached);
  await expect(refused).rejects.toMatchObject({ cause: LOST });
});
