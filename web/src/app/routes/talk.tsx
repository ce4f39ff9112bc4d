import { useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useNavigate, useRouter } from "@tanstack/react-router";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";

import { useApi } from "@/api/api-context";
import { useKeyGroup } from "@/components/keys/keys-context";
import { Loading } from "@/components/loading";
import { ProblemPanel } from "@/components/problem-panel";
import { PATHS } from "@/config/paths";
import { useRemoveGuest, useSpeakers } from "@/features/guests/api/guests";
import { InviteButton } from "@/features/guests/components/invite-button";
import { useCalled } from "@/features/guests/use-called";
import { endSession } from "@/features/room/api/end-session";
import { RoomPage } from "@/features/room/components/room-page";
import type { LiveRoom } from "@/features/room/live-room";
import { useOthers } from "@/features/room/use-others";
import { sessionKeys } from "@/features/sessions/api/session-keys";

import { useClosing } from "./use-closing";

const route = getRouteApi("/signed-in/talk/$id");

export function Talk() {
  const { id } = route.useParams();
  const { rooms } = route.useRouteContext();
  const room = useSyncExternalStore(rooms.subscribe, () => rooms.find(id));
  // Null for the moment between leaving a lost room and entering it again.
  return room === null ? <Loading /> : <TalkIn room={room} />;
}

function TalkIn({ room }: { room: LiveRoom }) {
  const { id } = route.useParams();
  const { rooms } = route.useRouteContext();
  const router = useRouter();
  const hangUp = useHangUp(room, id);
  const closing = useClosing(room, id);
  useRoomKeys();
  const rejoin = () => {
    rooms.leave();
    void router.invalidate();
  };
  const others = useOthers(room);
  const called = useCalled(useSpeakers(id, others));
  const remove = useRemoveGuest(id);
  return (
    <RoomPage
      room={room}
      sessionId={id}
      closing={closing}
      hangUp={hangUp}
      rejoin={rejoin}
      called={called}
      onRemove={remove.mutate}
      invite={
        <>
          <InviteButton sessionId={id} others={others !== ""} />
          {remove.isError && <ProblemPanel error={remove.error} retry={() => { remove.mutate(remove.variables); }} />}
        </>
      }
    />
  );
}

/** Obeyed by the room itself. */
function useRoomKeys(): void {
  const { t } = useTranslation("keys");
  useKeyGroup({ title: t("room"), list: [{ keys: ["M"], does: t("mute") }, { keys: ["Enter"], does: t("send") }] });
}

function useHangUp(room: LiveRoom, sessionId: string) {
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    try {
      queries.setQueryData(sessionKeys.one(sessionId), await endSession(api, sessionId));
    } catch {
      // One leaves all the same: the agent ends a talk whose person is gone, and the next page shows its state.
    }
    await room.leave();
    void queries.invalidateQueries({ queryKey: sessionKeys.lists });
    await navigate({ to: PATHS.session, params: { id: sessionId } });
  };
}
