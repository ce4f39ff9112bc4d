/** Header and content of a page for strangers: it asks for no sign-in, and is not to be found by searching. */
import { Outlet } from "@tanstack/react-router";

import { Frame } from "./frame";
import { StrangerHeader } from "./stranger-header";

export function PublicShell() {
  return (
    <>
      <meta name="robots" content="noindex, nofollow, noarchive" />
      {/* The address is the secret: no request tells it to anybody, nor to a log. */}
      <meta name="referrer" content="no-referrer" />
      <Frame header={<StrangerHeader />}>
        <Outlet />
      </Frame>
    </>
  );
}
