/** Talks by the viewer's own days: the same moment is another day elsewhere. */
import type { Session } from "@/api/types";
import { localDay } from "@/i18n/times";

export interface Day {
  /** "2026-11-20", where the viewer is. */
  day: string;
  sessions: Session[];
}

/** In the order in which they come, which is newest first. */
export function byDay(sessions: readonly Session[]): Day[] {
  const days: Day[] = [];
  for (const session of sessions) {
    const day = localDay(new Date(session.created_at));
    const last = days.at(-1);
    if (last?.day === day) {
      last.sessions.push(session);
    } else {
      days.push({ day, sessions: [session] });
    }
  }
  return days;
}
