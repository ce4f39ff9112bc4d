import type { Engine, EngineEvent, OpenEngine, Source } from "@/features/playback/engine/engine";

/** Plays nothing, and remembers what it was asked for; a test plays the stream's part through `tell`. */
export class FakeEngine implements Engine {
  tell: (event: EngineEvent) => void = () => undefined;
  media: HTMLMediaElement | null = null;
  readonly loads: { url: string; mediaS: number }[] = [];
  readonly chosen: (number | null)[] = [];
  captions = false;
  readonly goneOn: Source[] = [];
  isClosed = false;
  /** Set to make its file not load. */
  refuses = false;

  readonly open: OpenEngine = (media, tell) => {
    this.media = media;
    this.tell = tell;
    return this.refuses ? Promise.reject(new Error("no engine")) : Promise.resolve(this);
  };

  load({ master_url: url }: Source, mediaS: number): void {
    this.loads.push({ url, mediaS });
    if (this.media !== null) {
      this.media.currentTime = mediaS;
    }
    this.tell({ type: "qualities", qualities: [{ id: 0, label: "64k" }, { id: 1, label: "128k" }] });
    this.tell({ type: "quality", id: 0 });
    this.tell({ type: "can-caption", can: true });
  }

  goOn(source: Source): void {
    this.goneOn.push(source);
  }

  chooseQuality(id: number | null): void {
    this.chosen.push(id);
  }

  loadCaptions(wanted: boolean): void {
    this.captions = wanted;
  }

  close(): void {
    this.isClosed = true;
  }

  /** The sound has come to this second of its file. */
  reach(mediaS: number): void {
    if (this.media !== null) {
      this.media.currentTime = mediaS;
      this.media.dispatchEvent(new Event("timeupdate"));
    }
  }
}
