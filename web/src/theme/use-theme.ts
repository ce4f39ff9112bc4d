/** The theme that holds now; renders again when it is chosen anywhere on the page. */
import { useSyncExternalStore } from "react";

import { currentTheme, watchTheme, type Theme } from "./theme";

export function useTheme(): Theme {
  return useSyncExternalStore(watchTheme, currentTheme);
}
