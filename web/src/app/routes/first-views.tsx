/** What stands at the first address, for strangers and for people: who sees the one does not fetch the other. */
import { lazy } from "react";

import { PATHS } from "@/config/paths";

import { orUnreached } from "./unreached";

export const loadHome = () => orUnreached(import("./home"));
const loadLanding = () => orUnreached(import("./landing"));
const loadCallback = () => orUnreached(import("./callback"));

// React's own: the router fetches its lazy parts before it shows what stands around them.
export const Home = lazy(async () => ({ default: (await loadHome()).Home }));
export const Landing = lazy(async () => ({ default: (await loadLanding()).Landing }));
export const Callback = lazy(async () => ({ default: (await loadCallback()).Callback }));

/** Beside settings and words, so that the page shows at once when they are there. A failure shows where it is opened. */
export async function fetchFirstView(pathname: string, { signedIn }: { signedIn: boolean }): Promise<void> {
  const views = new Map<string, () => Promise<unknown>>([
    [PATHS.home, signedIn ? loadHome : loadLanding],
    [PATHS.callback, loadCallback],
  ]);
  await views.get(pathname)?.().catch(() => undefined);
}
