/** The page's map: every address and what stands there. */
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type RouterHistory,
} from "@tanstack/react-router";

import { Missing } from "@/components/missing";
import { PATHS } from "@/config/paths";

import { Broken } from "./broken";
import { NotFound } from "./not-found";
import { PublicShell } from "./public-shell";
import { Callback } from "./routes/callback";
import { Home } from "./routes/home";
import { enterTalk } from "./routes/enter-talk";
import { filterIn } from "./routes/filter-in";
import { momentIn } from "./routes/moment-in";
import { loadJoin, loadPersonas, loadSession, loadSessions, loadSettings, loadShared, loadTalk } from "./routes/lazy";
import type { Services } from "./services";
import { Shell } from "./shell";

const root = createRootRouteWithContext<Services>()({ component: Outlet });

const callback = createRoute({
  getParentRoute: () => root,
  path: PATHS.callback,
  component: Callback,
});

const signedIn = createRoute({ getParentRoute: () => root, id: "signed-in", component: Shell });

const home = createRoute({ getParentRoute: () => signedIn, path: PATHS.home, component: Home });

const talk = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.talk,
  loader: ({ context, params }) => enterTalk(context, params.id),
  // A room that was left is not the room one comes back to.
  gcTime: 0,
  onLeave: ({ context }) => { context.rooms.leave(); },
  notFoundComponent: Missing,
  component: lazyRouteComponent(loadTalk, "Talk"),
});

const sessions = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.sessions,
  validateSearch: filterIn,
  component: lazyRouteComponent(loadSessions, "Sessions"),
});

const session = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.session,
  validateSearch: momentIn,
  component: lazyRouteComponent(loadSession, "Session"),
});

const personas = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.personas,
  component: lazyRouteComponent(loadPersonas, "Personas"),
});

const settings = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.settings,
  component: lazyRouteComponent(loadSettings, "Settings"),
});

const forStrangers = createRoute({ getParentRoute: () => root, id: "public", component: PublicShell });

const shared = createRoute({
  getParentRoute: () => forStrangers,
  path: PATHS.shared,
  validateSearch: momentIn,
  component: lazyRouteComponent(loadShared, "Shared"),
});

const join = createRoute({
  getParentRoute: () => forStrangers,
  path: PATHS.join,
  onLeave: ({ context }) => { context.rooms.leave(); },
  component: lazyRouteComponent(loadJoin, "Join"),
});

const routeTree = root.addChildren([
  callback,
  signedIn.addChildren([home, talk, sessions, session, personas, settings]),
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
