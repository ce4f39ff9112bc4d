import { useNavigate, useRouteContext } from "@tanstack/react-router";
import { useEffect } from "react";

import { useMe } from "@/api/me";
import type { StartedSession } from "@/api/types";
import { useRemoved } from "@/components/removals/removals-context";
import { PATHS } from "@/config/paths";
import { usePersonas } from "@/features/personas/api/personas";
import { StartTalk } from "@/features/room/components/start-talk";
import { useStartSession } from "@/features/sessions/api/start-session";
import { RecentSessions } from "@/features/sessions/components/recent-sessions";

import { loadRoom, loadTalk } from "./lazy";
import styles from "./home.module.css";

export function Home() {
  const { mutateAsync: start } = useStartSession();
  const navigate = useNavigate();
  const { rooms } = useRouteContext({ from: "__root__" });
  const personas = usePersonas();
  const removed = useRemoved("persona");
  const me = useMe();
  useFetchedAhead();
  const enter = async ({ session, ...pass }: StartedSession, microphone: Promise<MediaStreamTrack>) => {
    const { LiveRoom } = await loadRoom();
    // The room opens now, while its page still loads.
    const { language, recorded, persona_name: persona } = session;
    rooms.open(session.id, (around) => new LiveRoom({ language, recorded, persona, pass, microphone }, around));
    void navigate({ to: PATHS.talk, params: { id: session.id } });
  };
  return (
    <div className={styles["home"]}>
      <StartTalk
        personas={personas.isPending ? null : (personas.data ?? []).filter(({ id }) => !removed.has(id))}
        consentNeeded={me.data?.recording_consent_needed ?? false}
        start={start}
        onStarted={enter}
      />
      <RecentSessions />
    </div>
  );
}

/** The room and its page, while one still reads the start; whoever starts without them waits for them then. */
function useFetchedAhead() {
  useEffect(() => {
    for (const load of [loadRoom, loadTalk]) {
      load().catch(() => undefined);
    }
  }, []);
}
