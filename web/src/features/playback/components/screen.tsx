import { useEffect, useRef } from "react";

import { useReplay, useReplayState } from "../replay-context";
import styles from "./screen.module.css";

/** The element that sounds; it is seen where the recording has a picture. */
export function Screen() {
  const replay = useReplay();
  const picture = useReplayState((state) => state.picture);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.append(replay.media);
  }, [replay]);
  return <div ref={place} className={picture ? styles["screen"] : styles["none"]} data-picture={picture} />;
}
