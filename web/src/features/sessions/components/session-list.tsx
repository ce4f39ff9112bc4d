import type { Session } from "@/api/types";
import { useRemoved } from "@/components/removals/removals-context";
import { nearMoment } from "@/i18n/times";

import styles from "./session-list.module.css";
import { SessionLink } from "./session-link";

/** A few talks, to be opened. */
export function SessionList({ sessions, label }: { sessions: Session[]; label: string }) {
  const removed = useRemoved("session");
  return (
    <ul className={styles["list"]} aria-label={label}>
      {sessions.filter(({ id }) => !removed.has(id)).map((session) => (
        <li key={session.id}>
          <SessionLink session={session} moment={nearMoment} />
        </li>
      ))}
    </ul>
  );
}
