/** Writes what is heard now into CSS variables of an element, each frame while it plays, without rendering. */
import { useEffect, type RefObject } from "react";

import { levelAt, type ExampleTalk } from "./example-talk";

interface Source {
  element: RefObject<HTMLElement | null>;
  audio: RefObject<HTMLAudioElement | null>;
  talk: ExampleTalk;
  isPlaying: boolean;
}

/** `--person-level` and `--agent-level` in [0, 1]. */
export function useLevels({ element, audio, talk, isPlaying }: Source): void {
  useEffect(() => {
    const shown = element.current;
    if (!isPlaying || shown === null) {
      return;
    }
    const show = (person: number, agent: number) => {
      shown.style.setProperty("--person-level", person.toFixed(2));
      shown.style.setProperty("--agent-level", agent.toFixed(2));
    };
    let frame = requestAnimationFrame(function draw() {
      const nowS = audio.current?.currentTime ?? 0;
      show(levelAt(talk.person, nowS), levelAt(talk.agent, nowS));
      frame = requestAnimationFrame(draw);
    });
    return () => {
      cancelAnimationFrame(frame);
      show(0, 0);
    };
  }, [element, audio, talk, isPlaying]);
}
