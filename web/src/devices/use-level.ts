/** Writes a track's level into the CSS variable `--level` of an element, each frame, without rendering. */
import { useEffect, useEffectEvent, type RefObject } from "react";

import { LevelMeter } from "./level-meter";

/** How much of the last level stays in the next frame when it gets quieter: rises at once, falls softly. */
const FALL = 0.86;

type Element = RefObject<HTMLElement | SVGElement | null>;

export function useLevel(element: Element, track: MediaStreamTrack | null, onLevel?: (level: number) => void): void {
  const tell = useEffectEvent((level: number) => { onLevel?.(level); });
  useEffect(() => {
    if (track === null) {
      return;
    }
    const meter = new LevelMeter(track);
    let shown = 0;
    let frame = requestAnimationFrame(function draw() {
      const level = meter.level();
      tell(level);
      shown = Math.max(level, shown * FALL);
      element.current?.style.setProperty("--level", shown.toFixed(3));
      frame = requestAnimationFrame(draw);
    });
    const quiet = element.current;
    return () => {
      cancelAnimationFrame(frame);
      meter.close();
      quiet?.style.setProperty("--level", "0");
    };
  }, [element, track]);
}
