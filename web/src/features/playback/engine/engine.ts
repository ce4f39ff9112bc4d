/** What plays one HLS stream in a media element: hls.js, or the browser's own player. */

export interface Source {
  /** The browser's cookies open it. */
  master_url: string;
  /** Carries its own permission, for players that send no cookies. */
  signed_master_url: string;
  /** The words of all of it in one file; null where nothing was said. */
  captions_url: string | null;
}

export interface Quality {
  id: number;
  /** "128k" or "720p". */
  label: string;
}

export type EngineEvent =
  /** Empty when one cannot choose. */
  | { type: "qualities"; qualities: Quality[] }
  | { type: "quality"; id: number }
  | { type: "can-caption"; can: boolean }
  /** A file was refused (403): the permission has run out. */
  | { type: "refused" }
  | { type: "failed" };

export interface Engine {
  /** Begins to fill the element from that second of the file on; `tell` hears of this stream from now on. */
  load: (source: Source, mediaS: number) => void;
  /** Goes on after `refused`, with a new permission to the same file. */
  goOn: (source: Source) => void;
  /** Null: the engine chooses by what the network bears. */
  chooseQuality: (id: number | null) => void;
  loadCaptions: (wanted: boolean) => void;
  close: () => void;
}

export type OpenEngine = (media: HTMLMediaElement, tell: (event: EngineEvent) => void) => Promise<Engine>;
