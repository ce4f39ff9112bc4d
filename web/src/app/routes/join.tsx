/** Where an invitation leads: one says what to be called, and is in the room. */
import { useMutation } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { useState, useSyncExternalStore } from "react";

import { ApiProvider, useApi } from "@/api/api-context";
import { Loading } from "@/components/loading";
import { openMicrophone } from "@/devices/open-microphone";
import { enter, useFellows, useInvitation, type Entering } from "@/features/guests/api/guests";
import { GuestBarred } from "@/features/guests/components/guest-barred";
import { GuestEntry } from "@/features/guests/components/guest-entry";
import { GuestLeft, type GuestEnding } from "@/features/guests/components/guest-left";
import { keepKey } from "@/features/guests/kept-key";
import { useCalled } from "@/features/guests/use-called";
import { RoomPage } from "@/features/room/components/room-page";
import { LiveRoom } from "@/features/room/live-room";
import { useOthers } from "@/features/room/use-others";
import type { Ending } from "@/features/room/wire/wire";

const route = getRouteApi("/public/join/$secret");

export function Join() {
  const { secret } = route.useParams();
  const { publicApi } = route.useRouteContext();
  return (
    <ApiProvider api={publicApi}>
      <Invited key={secret} secret={secret} />
    </ApiProvider>
  );
}

function Invited({ secret }: { secret: string }) {
  const { rooms } = route.useRouteContext();
  const router = useRouter();
  const [left, setLeft] = useState(false);
  const invitation = useInvitation(secret);
  const room = useSyncExternalStore(rooms.subscribe, () => rooms.find(secret));
  const entering = useEnter(secret);
  const leave = () => {
    rooms.leave();
    setLeft(true);
    return Promise.resolve();
  };
  if (room !== null) {
    return <InRoom room={room} secret={secret} leave={leave} />;
  }
  if (left) {
    const comeBack = async () => {
      await router.invalidate();
      setLeft(false);
      await invitation.refetch();
    };
    return <GuestLeft ending="left" onAgain={() => void comeBack()} />;
  }
  if (invitation.data === undefined || invitation.isError) {
    return invitation.isError ? <GuestBarred error={invitation.error} retry={() => void invitation.refetch()} /> : <Loading />;
  }
  const { persona_name: persona, language, recorded } = invitation.data;
  return (
    <GuestEntry
      invitation={invitation.data}
      busy={entering.isPending}
      error={entering.error}
      onEnter={(asked) => {
        entering.mutate(asked, {
          onSuccess: ({ pass, microphone }) => {
            keepKey(secret, pass.guest_key);
            rooms.openAsGuest(secret, (around) => new LiveRoom({ language, recorded, persona, pass, microphone }, around));
          },
        });
      }}
    />
  );
}

function InRoom({ room, secret, leave }: { room: LiveRoom; secret: string; leave: () => Promise<void> }) {
  const ending = useSyncExternalStore(room.subscribe, () => room.state().ending);
  const called = useCalled(useFellows(secret, useOthers(room)));
  if (ending !== null) {
    return <GuestLeft ending={ENDINGS[ending]} onAgain={() => void leave()} />;
  }
  return (
    <RoomPage room={room} sessionId="" closing={null} hangUp={leave} rejoin={() => void leave()} called={called} />
  );
}

const ENDINGS: Record<Ending, GuestEnding> = {
  left: "left",
  lost: "left",
  joined_elsewhere: "left",
  removed: "removed",
  room_closed: "over",
};

function useEnter(secret: string) {
  const api = useApi();
  return useMutation({
    mutationFn: async (asked: Entering) => {
      const microphone = openMicrophone();
      microphone.catch(() => undefined); // a refusal may come before the room is there to tell of it
      try {
        return { pass: await enter(api, secret, asked), microphone };
      } catch (error) {
        void microphone.then((track) => { track.stop(); }, () => undefined);
        throw error;
      }
    },
    gcTime: 0,
  });
}
