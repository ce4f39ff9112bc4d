import { useEffect, useState } from "react";

import type { OpenEngine } from "./engine/engine";
import { Replay } from "./replay";

/** One for the life of a page. It holds nothing before it is loaded, and nothing after the page is left. */
export function useNewReplay(openEngine: OpenEngine): Replay {
  const [replay] = useState(() => new Replay({ openEngine, media: newMedia() }));
  useEffect(() => {
    replay.open();
    return () => { replay.close(); };
  }, [replay]);
  return replay;
}

/** Also for sound alone: a recording of the same talk may have a picture further on. */
function newMedia(): HTMLVideoElement {
  const media = document.createElement("video");
  media.playsInline = true;
  media.preload = "auto";
  return media;
}
