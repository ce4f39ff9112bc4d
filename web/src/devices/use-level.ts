/** Writes a track's level into the CSS variable `--level` of an element, each frame, without rendering. */
import { useEffect, type RefObject } from "react";

import { LevelMeter } from "./level-meter";

/** How much of the last level stays in the next frame when it gets quieter: rises at once, falls softly. */
const FALL = 0.86;

export function useLevel(element: RefObject<HTMLElement | SVGElement | null>, track: MediaStreamTrack | null): void {
  useEffect(() => {
    if (track === null) {
      return;
    }
    const meter = new LevelMeter(track);
    let shown = 0;
    let frame = requestAnimationFrame(function draw() {
      shown = Math.max(meter.level(), shown * FALL);
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
