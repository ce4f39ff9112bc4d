/** Header and content of every page but the way back from signing in; asks to sign in where nobody is. */
import { Outlet, useLocation, useRouteContext } from "@tanstack/react-router";
import { Suspense, useSyncExternalStore } from "react";

import { RemovalNotice } from "@/components/removals/removal-notice";
import { usePreload } from "@/components/use-preload";
import { PATHS } from "@/config/paths";
import { usePerson } from "@/features/sign-in/sign-in-context";
import { SignInPage } from "@/features/sign-in/sign-in-page";
import { SignedOutNotice } from "@/features/sign-in/signed-out-notice";

import { Frame } from "./frame";
import { Header } from "./header";
import { LanguageSwitch } from "./language-switch";
import { Landing, loadHome } from "./routes/first-views";
import styles from "./shell.module.css";
import { StrangerHeader } from "./stranger-header";
import { ThemeSwitch } from "./theme-switch";

export function Shell() {
  const person = usePerson();
  const talking = useTalking();
  // What a person is likely to open next, and whoever signs in comes to.
  usePreload(loadHome);
  if (person === null && !talking) {
    return <Entrance />;
  }
  return (
    <>
      <Frame
        header={person === null ? <Choices place="bar" /> : <Header person={person} />}
        notice={person === null && <SignedOutNotice />}
      >
        <Outlet />
      </Frame>
      <RemovalNotice />
    </>
  );
}

/** A stranger at the first address is told what this is; at any other, they are asked to sign in. */
function Entrance() {
  const atHome = useLocation({ select: ({ pathname }) => pathname === PATHS.home });
  if (!atHome) {
    return (
      <>
        <Choices place="corner" />
        <SignInPage />
      </>
    );
  }
  return (
    <Frame header={<StrangerHeader />}>
      <Suspense>
        <Landing />
      </Suspense>
    </Frame>
  );
}

/** The room needs no token of ours: whose sign-in ends in the middle of a talk can finish it. */
function useTalking(): boolean {
  const { rooms } = useRouteContext({ from: "__root__" });
  return useSyncExternalStore(rooms.subscribe, rooms.isInside);
}

function Choices({ place }: { place: "corner" | "bar" }) {
  return (
    <header className={styles[place]}>
      <LanguageSwitch />
      <ThemeSwitch />
    </header>
  );
}
