// @vitest-environment node
import { afterEach, expect, it } from "vitest";

import { aSession } from "@/testing/examples";

import { byDay } from "./by-day";

const ZONE = process.env["TZ"];

afterEach(() => {
  if (ZONE === undefined) {
    delete process.env["TZ"];
  } else {
    process.env["TZ"] = ZONE;
  }
});

it.each([
  ["Asia/Tokyo", [["2026-11-21", ["c", "b"]], ["2026-11-20", ["a"]]]],
  ["UTC", [["2026-11-20", ["c", "b", "a"]]]],
  ["America/Sao_Paulo", [["2026-11-20", ["c", "b"]], ["2026-11-19", ["a"]]]],
])("in %s talks lie in the days of that place", (zone, days) => {
  process.env["TZ"] = zone;
  const sessions = [
    aSession({ id: "c", created_at: "2026-11-20T22:30:00.000Z" }),
    aSession({ id: "b", created_at: "2026-11-20T15:00:00.000Z" }),
    aSession({ id: "a", created_at: "2026-11-20T01:00:00.000Z" }),
  ];

  const found = byDay(sessions).map(({ day, sessions: talks }) => [day, talks.map(({ id }) => id)]);

  expect(found).toEqual(days);
});
