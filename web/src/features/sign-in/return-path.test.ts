// @vitest-environment node
import { expect, it } from "vitest";

import { safeReturnPath } from "./return-path";

it("returns to a path of this page", () => {
  expect(safeReturnPath("/talk/s1?x=1")).toBe("/talk/s1?x=1");
});

it.each(["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "", undefined, 7])(
  "returns to the start instead of leaving for %s",
  (path) => {
    expect(safeReturnPath(path)).toBe("/");
  },
);
