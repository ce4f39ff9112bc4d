import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";

import { useApi } from "@/api/api-context";
import type { LiveRoom } from "@/features/room/live-room";
import { readSession } from "@/features/sessions/api/read-session";
import { sessionKeys } from "@/features/sessions/api/session-keys";

/**
 * Why the room was closed, in words; null while nobody knows. A talk that failed closes its room like one that
 * ended, so the session is asked, once.
 */
export function useClosing(room: LiveRoom, sessionId: string): string | null {
  const { t } = useTranslation("sessions");
  const api = useApi();
  const closed = useSyncExternalStore(room.subscribe, () => room.state().ending === "room_closed");
  const { data } = useQuery({
    queryKey: sessionKeys.one(sessionId),
    queryFn: ({ signal }) => readSession(api, sessionId, signal),
    enabled: closed,
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
  const reason = data?.failure_reason ?? data?.end_reason ?? null;
  return closed && reason !== null ? t(`reason.${reason}`) : null;
}
