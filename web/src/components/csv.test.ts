// @vitest-environment node
import { expect, it } from "vitest";

import { toCsv } from "./csv";

it("names its columns once, and begins with the mark by which Excel knows UTF-8", () => {
  expect(toCsv([{ day: "2026-11-20", talks: 4, p50_s: null }, { day: "2026-11-21", talks: 0, p50_s: 0.9 }])).toBe(
    "\uFEFFday,talks,p50_s\r\n2026-11-20,4,\r\n2026-11-21,0,0.9\r\n",
  );
});

it.each(["=1+1", "+81", "-2", "@SUM(A1)", "\tx"])("what a spreadsheet would run is disarmed: %j", (title) => {
  expect(toCsv([{ title }])).toBe(`\uFEFFtitle\r\n'${title}\r\n`);
});

it("quotes and disarms at once", () => {
  expect(toCsv([{ title: '=HYPERLINK("x","y")' }])).toBe('\uFEFFtitle\r\n"\'=HYPERLINK(""x"",""y"")"\r\n');
  expect(toCsv([{ title: "二行\n目、a,b" }])).toBe('\uFEFFtitle\r\n"二行\n目、a,b"\r\n');
});

it("a number that is negative is a number", () => {
  expect(toCsv([{ change: -2 }])).toBe("\uFEFFchange\r\n-2\r\n");
});
