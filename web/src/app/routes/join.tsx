/** Where an invitation leads: one says what to be called, and is in the room. */
import { useMutation } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState, useSyncExternalStore } from "react";

import { ApiProvider, useApi } from "@/api/api-context";
import { Loading } from "@/components/loading";
import { openMicrophone } from "@/devices/open-microphone";
import { enter, useFellows, useInvitation, type Entering } from "@/features/guests/api/guests";
import { GuestBarred } from "@/features/guests/components/guest-barred";
import { GuestEntry } from "@/features/guests/components/guest-entry";
import { GuestLeft } from "@/features/guests/components/guest-left";
import { useCalled } from "@/features/guests/use-called";
import { RoomPage } from "@/features/room/components/room-page";
import { LiveRoom } from "@/features/room/live-room";

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
    return <GuestLeft onAgain={() => { setLeft(false); void invitation.refetch(); }} />;
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
            rooms.openAsGuest(secret, (around) => new LiveRoom({ language, recorded, persona, pass, microphone }, around));
          },
        });
      }}
    />
  );
}

function InRoom({ room, secret, leave }: { room: LiveRoom; secret: string; leave: () => Promise<void> }) {
  const connection = useSyncExternalStore(room.subscribe, () => room.state().connection);
  const others = useSyncExternalStore(room.subscribe, () => room.state().lines.some(({ speaker }) => speaker !== undefined));
  const called = useCalled(useFellows(secret, others));
  if (connection === "disconnected") {
    return <GuestLeft onAgain={() => void leave()} />;
  }
  return (
    <RoomPage room={room} sessionId="" closing={null} hangUp={leave} rejoin={() => void leave()} called={called} />
  );
}

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
