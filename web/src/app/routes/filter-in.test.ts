// @vitest-environment node
import { expect, it } from "vitest";

import { filterIn } from "./filter-in";

it.each([
  [{ persona: "p1", language: "ja-JP" }, { persona: "p1", language: "ja-JP" }],
  [{ persona: 12 }, { persona: "12" }],
  [{ persona: "", language: "tlh-KX" }, {}],
  [{ persona: "p".repeat(65), language: ["ja-JP"] }, {}],
  [{ day: "2026-11-20" }, { day: "2026-11-20" }],
  [{ day: "2026-11-31x" }, {}],
  [{ persona: null, t: 4 }, {}],
  [{}, {}],
])("%j asks for %j", (search, filter) => {
  expect(filterIn(search)).toEqual(filter);
});
