/** The player of a talk that somebody else shared. */
import type { Message, Playback } from "@/api/types";

import type { Renew } from "../permission";
import { useLoadedReplay } from "../use-loaded-replay";
import { Player } from "./player";

interface SharedPlayerProps {
  /** The name of who answered. */
  persona: string;
  messages: Message[];
  playback: Playback;
  renew: Renew;
  atS: number | null;
}

export function SharedPlayer({ persona, messages, playback, renew, atS }: SharedPlayerProps) {
  useLoadedReplay({ playback, renew, atS });
  // What is missing is not told to strangers; there the player is silent, and goes on.
  return <Player stranger persona={persona} messages={messages} parts={playback.parts} missing={[]} />;
}
