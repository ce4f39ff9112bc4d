/** The player, as the transcript beside it knows it. */
import type { Replay } from "@/features/playback/replay";
import type { Sound } from "@/features/sessions/sound";

const sounds = new WeakMap<Replay, Sound>();

/** The same one for the same replay, so that nothing subscribes anew. */
export function soundOf(replay: Replay): Sound {
  const sound = sounds.get(replay) ?? newSound(replay);
  sounds.set(replay, sound);
  return sound;
}

function newSound(replay: Replay): Sound {
  return {
    subscribe: replay.subscribe,
    canSeek: () => replay.state().phase === "ready",
    momentS: () => (replay.state().begun ? replay.state().nowS : null),
    beginsS: () => replay.state().fromS,
    seek: (talkS) => {
      replay.seek(talkS);
      replay.play();
    },
  };
}
