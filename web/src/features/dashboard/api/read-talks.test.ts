// @vitest-environment node
import { expect, it } from "vitest";

import type { Api } from "@/api/client";

import { readTalks } from "./read-talks";

/** As many pages of one talk each. */
function anApi(pages: number): Api {
  let page = 0;
  const GET = () => {
    page += 1;
    return Promise.resolve({ data: { items: [{}], next_cursor: page < pages ? String(page) : null }, response: new Response() });
  };
  return { GET } as unknown as Api;
}

const asked = { query: { from: "2026-11-01", to: "2026-11-20" }, signal: new AbortController().signal, onRead: () => undefined };

it.each([
  [2, true, 2],
  [3, false, 2],
])("of %i talks where two are the most it is whole: %s", async (pages, isWhole, read) => {
  const { talks, ...rest } = await readTalks(anApi(pages), { ...asked, most: 2 });

  expect([talks.length, rest.isWhole]).toEqual([read, isWhole]);
});
