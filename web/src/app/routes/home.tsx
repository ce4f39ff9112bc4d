import { useNavigate, useRouteContext } from "@tanstack/react-router";
import { useEffect } from "react";

import type { StartedSession } from "@/api/types";
import { PATHS } from "@/config/paths";
import { StartTalk } from "@/features/room/components/start-talk";
import { useStartSession } from "@/features/sessions/api/start-session";
import { RecentSessions } from "@/features/sessions/components/recent-sessions";

import { loadTalk } from "./lazy";
import styles from "./home.module.css";

export function Home() {
  const { mutateAsync: start } = useStartSession();
  const navigate = useNavigate();
  const { rooms } = useRouteContext({ from: "__root__" });
  useEffect(() => void loadTalk(), []);
  const enter = ({ session, ...pass }: StartedSession, microphone: Promise<MediaStreamTrack>) => {
    // The room opens now, while its page still loads.
    rooms.open(session.id, { language: session.language, recorded: session.recorded, pass, microphone });
    void navigate({ to: PATHS.talk, params: { id: session.id } });
  };
  return (
    <div className={styles["home"]}>
      <StartTalk start={start} onStarted={enter} />
      <RecentSessions />
    </div>
  );
}
