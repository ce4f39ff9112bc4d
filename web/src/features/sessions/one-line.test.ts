// @vitest-environment node
import { expect, it } from "vitest";

import { oneLine } from "./one-line";

it.each([
  ["  Opening hours  ", "Opening hours"],
  ["two\r\nlines", "two lines"],
  ["bell\u0007", "bell"],
  ["\u202eturned", "turned"],
  ["営業　時間 👩‍👩‍👧", "営業　時間 👩‍👩‍👧"],
  [" \n ", ""],
])("%j is named %j", (typed, title) => {
  expect(oneLine(typed)).toBe(title);
});
