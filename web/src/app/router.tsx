/** The page's map: every address and what stands there. */
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type RouterHistory,
} from "@tanstack/react-router";

import { Loading } from "@/components/loading";
import { Missing } from "@/components/missing";
import { PATHS } from "@/config/paths";
import { fetchRest } from "@/i18n/i18n";

import { Broken } from "./broken";
import { NotFound } from "./not-found";
import { PublicShell } from "./public-shell";
import { dashboardIn } from "./routes/dashboard-in";
import { filterIn } from "./routes/filter-in";
import { Callback, Home } from "./routes/first-views";
import { momentIn } from "./routes/moment-in";
import { loadDashboard, loadEnterAsGuest, loadEnterTalk, loadJoin, loadPersonas, loadSession, loadSessions, loadSettings, loadShared, loadTalk } from "./routes/lazy";
import { orUnreached } from "./routes/unreached";
import type { Services } from "./services";
import { Shell } from "./shell";

const root = createRootRouteWithContext<Services>()({ component: Outlet });

const callback = createRoute({
  getParentRoute: () => root,
  path: PATHS.callback,
  wrapInSuspense: true,
  component: Callback,
});

const signedIn = createRoute({ getParentRoute: () => root, id: "signed-in", component: Shell });

/** Of all that is no first view. Once: a change of language brings all words by itself. */
const withWords = {
  loader: ({ context }: { context: Services }) => orUnreached(fetchRest(context.words)),
  staleTime: Infinity,
};

const home = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.home,
  wrapInSuspense: true,
  pendingComponent: Loading,
  component: Home,
});

const talk = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.talk,
  loader: async ({ context, params }) => {
    await Promise.all([withWords.loader({ context }), enter(context, params.id)]);
  },
  // A room that was left is not the room one comes back to.
  gcTime: 0,
  onLeave: ({ context }) => { context.rooms.leave(); },
  notFoundComponent: Missing,
  component: lazyRouteComponent(loadTalk, "Talk"),
});

async function enter(context: Services, id: string): Promise<void> {
  const { enterTalk } = await loadEnterTalk();
  await enterTalk(context, id);
}

async function comeBack(context: Services, secret: string): Promise<void> {
  const { comeBackAsGuest } = await loadEnterAsGuest();
  await comeBackAsGuest(context, secret);
}

const sessions = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.sessions,
  ...withWords,
  validateSearch: filterIn,
  component: lazyRouteComponent(loadSessions, "Sessions"),
});

const session = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.session,
  ...withWords,
  validateSearch: momentIn,
  component: lazyRouteComponent(loadSession, "Session"),
});

const dashboard = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.dashboard,
  ...withWords,
  validateSearch: dashboardIn,
  component: lazyRouteComponent(loadDashboard, "Dashboard"),
});

const personas = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.personas,
  ...withWords,
  component: lazyRouteComponent(loadPersonas, "Personas"),
});

const settings = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.settings,
  ...withWords,
  component: lazyRouteComponent(loadSettings, "Settings"),
});

const forStrangers = createRoute({ getParentRoute: () => root, id: "public", component: PublicShell });

const shared = createRoute({
  getParentRoute: () => forStrangers,
  path: PATHS.shared,
  ...withWords,
  validateSearch: momentIn,
  component: lazyRouteComponent(loadShared, "Shared"),
});

const join = createRoute({
  getParentRoute: () => forStrangers,
  path: PATHS.join,
  loader: async ({ context, params }) => {
    await Promise.all([withWords.loader({ context }), comeBack(context, params.secret)]);
  },
  gcTime: 0,
  onLeave: ({ context }) => { context.rooms.leave(); },
  component: lazyRouteComponent(loadJoin, "Join"),
});

const routeTree = root.addChildren([
  callback,
  signedIn.addChildren([home, talk, sessions, session, dashboard, personas, settings]),
  forStrangers.addChildren([shared, join]),
]);

export function createPageRouter(services: Services, history?: RouterHistory) {
  return createRouter({
    routeTree,
    context: services,
    ...(history !== undefined && { history }),
    defaultErrorComponent: Broken,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createPageRouter>;
  }
}
