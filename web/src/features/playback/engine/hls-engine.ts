/** hls.js behind our port; the only file that knows it. */
import Hls, { ErrorTypes, Events, type ErrorData, type Level } from "hls.js";

import type { Engine, EngineEvent, Quality, Source } from "./engine";

const REFUSED = 403;
/** Enough to play on through a weak moment; what is never heard should not be loaded. */
const BUFFER_S = 30;

export class HlsEngine implements Engine {
  readonly #hls: Hls;
  readonly #media: HTMLMediaElement;
  readonly #tell: (event: EngineEvent) => void;
  #startS = 0;
  #captions = false;
  #cues: TextTrack | null = null;
  #mended = false;
  /** The browser keeps our cookies from us, as WebKit does where a page came without TLS. */
  #withoutCookies = false;

  static isSupported(): boolean {
    return Hls.isSupported();
  }

  constructor(media: HTMLMediaElement, tell: (event: EngineEvent) => void) {
    this.#media = media;
    this.#tell = tell;
    this.#hls = new Hls({
      autoStartLoad: false,
      maxBufferLength: BUFFER_S,
      maxMaxBufferLength: BUFFER_S,
      // Its own tracks begin as `data:` addresses, which the content security policy refuses.
      renderTextTracksNatively: false,
      // Sound alone needs no worker, and its start costs more than it saves.
      enableWorker: false,
      capLevelToPlayerSize: true,
    });
    this.#hls.on(Events.MANIFEST_PARSED, () => { this.#begin(); });
    this.#hls.on(Events.LEVEL_SWITCHED, (_, { level }) => { tell({ type: "quality", id: level }); });
    this.#hls.on(Events.CUES_PARSED, (_, { cues }) => { this.#addCues(cues as VTTCue[]); });
    this.#hls.on(Events.ERROR, (_, error) => { this.#onError(error); });
    this.#hls.attachMedia(media);
  }

  load(source: Source, mediaS: number): void {
    this.#startS = mediaS;
    this.#mended = false;
    this.#forgetCues();
    this.#hls.loadSource(this.#withoutCookies ? source.signed_master_url : source.master_url);
  }

  /** What is refused from the first file on has no cookies; addresses that bring their permission need new ones. */
  goOn(source: Source): void {
    const hasBegun = this.#hls.levels.length > 0;
    if (hasBegun && !this.#withoutCookies) {
      this.#hls.startLoad(this.#media.currentTime);
    } else {
      this.#withoutCookies = true;
      this.load(source, hasBegun ? this.#media.currentTime : this.#startS);
    }
  }

  chooseQuality(id: number | null): void {
    // The next segment, not this one: a choice should not be heard as a hole.
    this.#hls.nextLevel = id ?? -1;
  }

  loadCaptions(wanted: boolean): void {
    this.#captions = wanted;
    this.#hls.subtitleTrack = wanted ? 0 : -1;
  }

  close(): void {
    this.#hls.destroy();
  }

  #begin(): void {
    this.#tell({ type: "qualities", qualities: this.#hls.levels.map(toQuality) });
    this.#tell({ type: "can-caption", can: this.#hls.allSubtitleTracks.length > 0 });
    this.#hls.startLoad(this.#startS);
    this.loadCaptions(this.#captions);
  }

  /** Hidden: the page draws the words itself, also where there is no picture to draw them on. */
  #addCues(cues: VTTCue[]): void {
    this.#cues ??= this.#media.addTextTrack("captions");
    this.#cues.mode = "hidden";
    for (const cue of cues) {
      this.#cues.addCue(cue);
    }
  }

  /** The seconds of another file; a track itself cannot be taken away. */
  #forgetCues(): void {
    for (const cue of [...(this.#cues?.cues ?? [])]) {
      this.#cues?.removeCue(cue);
    }
  }

  #onError(error: ErrorData): void {
    if (error.response?.code === REFUSED) {
      this.#tell({ type: "refused" });
    } else if (error.fatal && error.type === ErrorTypes.MEDIA_ERROR && !this.#mended) {
      this.#mended = true;
      this.#hls.recoverMediaError();
    } else if (error.fatal) {
      this.#tell({ type: "failed" });
    }
  }
}

/** A rung of sound is known by its file's name: BANDWIDTH counts the packets around it as well. */
function toQuality({ height, bitrate, uri }: Level, id: number): Quality {
  const named = /_(\d+k)\.m3u8/.exec(uri)?.[1];
  return { id, label: height > 0 ? `${height}p` : (named ?? `${Math.round(bitrate / 1000)}k`) };
}
