// @vitest-environment node
import { expect, it } from "vitest";

import { momentIn } from "./moment-in";

it.each([
  [83.2, { t: 83.2 }],
  ["83.2", { t: 83.2 }],
  [0, { t: 0 }],
  [-1, {}],
  ["", {}],
  ["soon", {}],
  [Infinity, {}],
  [undefined, {}],
  [["1"], {}],
])("?t=%j points at %j", (t, moment) => {
  expect(momentIn({ t })).toEqual(moment);
});
