// @vitest-environment node
import { expect, it } from "vitest";

import type { Playback } from "@/api/types";

import { Permission } from "./permission";

const PLAYBACK: Playback = { expires_at: "2026-11-21T12:00:00Z", signed_query: "", parts: [] };

it("is asked for once, however many files are refused meanwhile", async () => {
  let asked = 0;
  const permission = new Permission(() => Promise.resolve({ ...PLAYBACK, signed_query: `${(asked += 1)}` }));

  const answers = await Promise.all([permission.ask(), permission.ask()]);

  expect(answers).toEqual([{ ...PLAYBACK, signed_query: "1" }, "asked"]);
  expect(asked).toBe(1);
});

it("that does not help is not asked for again", async () => {
  const permission = new Permission(() => Promise.resolve(PLAYBACK));
  await permission.ask();

  await expect(permission.ask()).resolves.toBe("refused");
});

it("that has helped may be asked for again, an hour later", async () => {
  const permission = new Permission(() => Promise.resolve(PLAYBACK));
  await permission.ask();
  permission.isGood();

  await expect(permission.ask()).resolves.toBe(PLAYBACK);
});

it("that is not given is refused", async () => {
  await expect(new Permission(() => Promise.reject(new Error("403"))).ask()).resolves.toBe("refused");
});
