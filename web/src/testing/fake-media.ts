/** jsdom's media elements play nothing; these keep what they are told, and say what a browser would. */

interface Kept {
  currentTime: number;
  paused: boolean;
  readyState: number;
  textTracks: FakeTextTracks;
}

/** Empty, unless a test gives it a track. */
export class FakeTextTracks extends EventTarget {
  tracks: TextTrack[] = [];

  [Symbol.iterator](): Iterator<TextTrack> {
    return this.tracks[Symbol.iterator]();
  }
}

const kept = new WeakMap<HTMLMediaElement, Kept>();

function of(media: HTMLMediaElement): Kept {
  const found = kept.get(media) ?? {
    currentTime: 0,
    paused: true,
    readyState: HTMLMediaElement.HAVE_ENOUGH_DATA,
    textTracks: new FakeTextTracks(),
  };
  kept.set(media, found);
  return found;
}

export function installFakeMedia(): void {
  const prototype = HTMLMediaElement.prototype;
  Object.defineProperties(prototype, {
    currentTime: {
      configurable: true,
      get(this: HTMLMediaElement) {
        return of(this).currentTime;
      },
      set(this: HTMLMediaElement, seconds: number) {
        of(this).currentTime = seconds;
      },
    },
    paused: {
      configurable: true,
      get(this: HTMLMediaElement) {
        return of(this).paused;
      },
    },
    textTracks: {
      configurable: true,
      get(this: HTMLMediaElement) {
        return of(this).textTracks;
      },
    },
    readyState: {
      configurable: true,
      get(this: HTMLMediaElement) {
        return of(this).readyState;
      },
    },
    // A new source stops the element without a word, and nothing is known of it yet.
    src: {
      configurable: true,
      set(this: HTMLMediaElement, url: string) {
        this.setAttribute("src", url);
        Object.assign(of(this), { currentTime: 0, paused: true, readyState: HTMLMediaElement.HAVE_NOTHING });
      },
    },
    seeking: { configurable: true, value: false },
  });
  prototype.play = function play(this: HTMLMediaElement) {
    of(this).paused = false;
    return Promise.resolve();
  };
  prototype.pause = function pause(this: HTMLMediaElement) {
    const wasPlaying = !of(this).paused;
    of(this).paused = true;
    if (wasPlaying) {
      this.dispatchEvent(new Event("pause"));
    }
  };
}

/** The head of the source has come. */
export function giveMetadata(media: HTMLMediaElement): void {
  of(media).readyState = HTMLMediaElement.HAVE_METADATA;
  media.dispatchEvent(new Event("loadedmetadata"));
}
