import { readFileSync } from "node:fs";
import { afterEach, expect, it } from "vitest";

import { chooseTheme, currentTheme } from "./theme";

/** The script that runs before the first paint, as the browser runs it. */
function loadPageAgain() {
  delete document.documentElement.dataset["theme"];
  const script = document.createElement("script");
  script.textContent = readFileSync("public/theme.js", "utf8");
  document.head.append(script);
}

afterEach(() => {
  chooseTheme("system");
});

it.each(["light", "dark"] as const)("a chosen %s theme is there before the first paint of the next visit", (theme) => {
  chooseTheme(theme);

  loadPageAgain();

  expect(currentTheme()).toBe(theme);
});

it("follows the system again when that is chosen", () => {
  chooseTheme("dark");
  chooseTheme("system");

  loadPageAgain();

  expect(currentTheme()).toBe("system");
});
