/** The browser's own HLS, where hls.js cannot run (Safari on older iPhones): no choice of quality. */
import type { Engine, EngineEvent, Source } from "./engine";

export class NativeEngine implements Engine {
  readonly #media: HTMLMediaElement;
  readonly #listening = new AbortController();
  #startS = 0;
  #captions = false;
  #captionsUrl: string | null = null;

  constructor(media: HTMLMediaElement, tell: (event: EngineEvent) => void) {
    this.#media = media;
    const { signal } = this.#listening;
    media.addEventListener(
      "loadedmetadata",
      () => {
        media.currentTime = this.#startS;
        // A new source has stopped the element without a word; whoever listens is told that there is one.
        tell({ type: "qualities", qualities: [] });
      },
      { signal },
    );
    // The element does not tell a refusal from any other failure; a new permission is worth one try.
    media.addEventListener("error", () => { tell({ type: "refused" }); }, { signal });
    media.textTracks.addEventListener(
      "addtrack",
      () => {
        tell({ type: "can-caption", can: true });
        this.loadCaptions(this.#captions);
      },
      { signal },
    );
    media.addEventListener("playing", () => { this.#bringCaptions(); }, { signal });
    tell({ type: "qualities", qualities: [] });
  }

  load({ signed_master_url, captions_url }: Source, mediaS: number): void {
    this.#startS = mediaS;
    this.#captionsUrl = captions_url;
    this.#media.replaceChildren();
    this.#media.src = signed_master_url;
  }

  /** What was refused before anything was known of it has no moment yet but the one that was wished for. */
  goOn(source: Source): void {
    const hasBegun = this.#media.readyState > HTMLMediaElement.HAVE_NOTHING;
    this.load(source, hasBegun ? this.#media.currentTime : this.#startS);
  }

  chooseQuality(): void {
    // The browser decides.
  }

  loadCaptions(wanted: boolean): void {
    this.#captions = wanted;
    for (const track of this.#media.textTracks) {
      track.mode = wanted ? "hidden" : "disabled";
    }
  }

  close(): void {
    this.#listening.abort();
    this.#media.removeAttribute("src");
    this.#media.load();
  }

  /** Not every browser finds those that the playlist offers: WebKit on GStreamer does not. */
  #bringCaptions(): void {
    if (this.#captionsUrl !== null && this.#media.textTracks.length === 0) {
      const track = document.createElement("track");
      track.kind = "captions";
      track.src = this.#captionsUrl;
      this.#media.append(track);
    }
  }
}
