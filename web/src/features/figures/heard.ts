/** What the timeline knows of the sound above it. All times are seconds of the talk. */
export interface Heard {
  subscribe: (changed: () => void) => () => void;
  canSeek: () => boolean;
  /** The moment that is heard; null before anything was played or looked for. */
  momentS: () => number | null;
  /** Goes there and plays. */
  seek: (talkS: number) => void;
}
