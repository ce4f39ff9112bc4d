/** Keeps the message that is heard in sight, until the person scrolls away; a seek or "back to now" follows again. */
import { useEffect, useEffectEvent, useState, type RefObject } from "react";

import type { Sound } from "./sound";

/** Sound that goes on moves less than this between two news of it, at twice its speed and with a slow tab. */
const JUMP_S = 3;
const SCROLL_KEYS = ["PageUp", "PageDown", "Home", "End"];

export function useFollowing(list: RefObject<HTMLElement | null>, currentId: string | null, sound: Sound) {
  const [following, setFollowing] = useState(true);
  useEffect(() => {
    if (following && currentId !== null) {
      const row = list.current?.querySelector(`[data-message-id="${CSS.escape(currentId)}"]`);
      row?.scrollIntoView({ block: "center", behavior: "smooth" });
    }
  }, [list, currentId, following]);
  useScrollsOfThePerson(() => { setFollowing(false); });
  useJumps(sound, () => { setFollowing(true); });
  return { following, follow: () => { setFollowing(true); } };
}

/** Only what a hand does: the browser tells of our own scrolling in the same way as of a person's. */
function useScrollsOfThePerson(scrolled: () => void): void {
  const onScroll = useEffectEvent((event: Event) => {
    if (!(event instanceof KeyboardEvent) || SCROLL_KEYS.includes(event.key)) {
      scrolled();
    }
  });
  useEffect(() => {
    const stop = new AbortController();
    for (const name of ["wheel", "touchmove", "keydown"]) {
      window.addEventListener(name, onScroll, { signal: stop.signal, passive: true });
    }
    return () => { stop.abort(); };
  }, []);
}

function useJumps(sound: Sound, jumped: () => void): void {
  const onJump = useEffectEvent(jumped);
  useEffect(() => {
    let lastS = sound.momentS();
    return sound.subscribe(() => {
      const nowS = sound.momentS();
      if (nowS !== null && lastS !== null && Math.abs(nowS - lastS) > JUMP_S) {
        onJump();
      }
      lastS = nowS;
    });
  }, [sound]);
}
