/** Tells what a media element does; while it plays, at each frame, so that the mark moves as the sound does. */

export interface MediaNews {
  /** Seconds of the file. */
  moved: (mediaS: number) => void;
  ended: () => void;
  /** It should sound, and has nothing to play. */
  waiting: (waiting: boolean) => void;
  /** Somebody else paused it: the system's own controls, or a pulled headphone. */
  paused: () => void;
  cue: () => void;
}

/** Answers what ends it. */
export function followMedia(media: HTMLMediaElement, news: MediaNews): () => void {
  const stop = new AbortController();
  const on = (name: string, heard: () => void) => { media.addEventListener(name, heard, { signal: stop.signal }); };
  let frame = 0;
  const atEachFrame = () => {
    news.moved(media.currentTime);
    frame = requestAnimationFrame(atEachFrame);
  };
  const rest = () => { cancelAnimationFrame(frame); };
  on("playing", () => {
    rest();
    atEachFrame();
    news.waiting(false);
  });
  on("waiting", () => { news.waiting(true); });
  // A hidden tab has no frames, and goes on playing.
  on("timeupdate", () => { news.moved(media.currentTime); });
  on("seeked", () => { news.moved(media.currentTime); });
  on("ended", () => { news.ended(); });
  on("emptied", rest);
  on("pause", () => {
    rest();
    if (isStillPlayable(media)) {
      news.paused();
    }
  });
  followCues(media, news.cue, stop.signal);
  return () => {
    rest();
    stop.abort();
  };
}

/** An element that is emptied or at its end pauses by itself. */
function isStillPlayable(media: HTMLMediaElement): boolean {
  return !media.ended && media.readyState > HTMLMediaElement.HAVE_NOTHING;
}

function followCues(media: HTMLMediaElement, changed: () => void, signal: AbortSignal): void {
  media.textTracks.addEventListener(
    "addtrack",
    ({ track }) => { track?.addEventListener("cuechange", changed, { signal }); },
    { signal },
  );
}
