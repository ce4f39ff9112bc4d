/** A guest comes back into the room after a reload, as the one they were. */
import { isProblem } from "@/api/client";
import { openMicrophone } from "@/devices/open-microphone";
import { enter, readInvitation } from "@/features/guests/api/guests";
import { keepKey, keptKey } from "@/features/guests/kept-key";
import { wasMuted } from "@/features/room/kept-mute";
import { LiveRoom } from "@/features/room/live-room";

import type { Services } from "../services";

export async function comeBackAsGuest({ rooms, publicApi }: Services, secret: string): Promise<void> {
  const key = keptKey(secret);
  if (key === undefined || rooms.find(secret) !== null) {
    return;
  }
  try {
    const { persona_name: persona, language, recorded } = await readInvitation(publicApi, secret);
    const pass = await enter(publicApi, secret, { label: "", consent: false, key });
    const opening = { persona, language, recorded, pass, microphone: openMicrophone(), muted: wasMuted(secret) };
    rooms.openAsGuest(secret, (around) => new LiveRoom(opening, around));
  } catch (error) {
    if (!isProblem(error)) {
      throw error;
    }
    // The page reads the invitation itself, and says what is the matter.
    if (error.code === "guest_removed") {
      keepKey(secret, undefined);
    }
  }
}
