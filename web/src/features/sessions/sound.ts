/** What the page of a talk knows of the sound beside it. All times are seconds of the talk. */
export interface Sound {
  subscribe: (changed: () => void) => () => void;
  /** Whether one can go to a moment of it. */
  canSeek: () => boolean;
  /** The moment that is heard; null before anything was played or looked for. */
  momentS: () => number | null;
  /** The moment at which the recording begins; 0 where there is none. */
  beginsS: () => number;
  seek: (talkS: number) => void;
}
