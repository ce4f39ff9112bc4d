/** Light or dark: the system's, or the one chosen here. `public/theme.js` applies it before the first paint. */
import { remember } from "@/config/remembered";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const STORAGE_KEY = "echosphere.theme";

const watchers = new Set<() => void>();

export function currentTheme(): Theme {
  return THEMES.find((theme) => theme === document.documentElement.dataset["theme"]) ?? "system";
}

export function chooseTheme(theme: Theme): void {
  if (theme === "system") {
    delete document.documentElement.dataset["theme"];
  } else {
    document.documentElement.dataset["theme"] = theme;
  }
  remember(STORAGE_KEY, theme);
  for (const changed of watchers) {
    changed();
  }
}

/** Calls back when another theme was chosen. Returns the way to stop. */
export function watchTheme(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}
