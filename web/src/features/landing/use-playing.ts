/** Plays the example: what its element is told, and where it is. Nothing of the sound loads before one asks for it. */
import { useRef, useState } from "react";

export type Playing = "still" | "playing" | "failed";

export function usePlaying() {
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState<Playing>("still");
  const [nowS, setNowS] = useState(0);
  const play = () => {
    audio.current?.play().then(
      () => { setPlaying("playing"); },
      (error: unknown) => { setPlaying(isPausedAgain(error) ? "still" : "failed"); },
    );
  };
  const seek = (toS: number) => {
    setNowS(toS);
    if (audio.current !== null) {
      audio.current.currentTime = toS;
    }
  };
  return {
    audio,
    playing,
    nowS,
    seek,
    toggle: () => { if (playing === "playing") audio.current?.pause(); else play(); },
    hearFrom: (fromS: number) => { seek(fromS); play(); },
    events: {
      onPause: () => { setPlaying("still"); },
      onEnded: () => { setPlaying("still"); },
      onError: () => { setPlaying("failed"); },
      onTimeUpdate: () => { setNowS(audio.current?.currentTime ?? 0); },
    },
  };
}

/** `play` is refused with this when `pause` comes before the sound does. */
function isPausedAgain(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}
