/** What one shows in the room: the camera and a screen, each switched on and off by itself. */
import { openPicture, pictureFailure, type PictureSource } from "@/devices/open-picture";

import type { RoomEvent, RoomState, Showing } from "./state/room-state";
import type { Wire } from "./wire/wire";

export interface PicturesOptions {
  wire: Promise<Wire>;
  state: () => RoomState;
  apply: (event: RoomEvent) => void;
}

export class RoomPictures {
  readonly #options: PicturesOptions;
  readonly #open = new Map<PictureSource, MediaStreamTrack>();
  #left = false;

  constructor(options: PicturesOptions) {
    this.#options = options;
  }

  async toggle(source: PictureSource): Promise<void> {
    const showing = this.#options.state()[source];
    if (showing === "on") {
      await this.#hide(source);
    } else if (showing !== "starting") {
      await this.#show(source);
    }
  }

  /** The browser shows that it looks for as long as a track lives. */
  stop(): void {
    this.#left = true;
    for (const track of this.#open.values()) {
      track.stop();
    }
  }

  async #show(source: PictureSource): Promise<void> {
    this.#tell(source, "starting");
    let track: MediaStreamTrack | undefined;
    try {
      track = await openPicture(source);
      if (this.#left) {
        track.stop();
        return;
      }
      this.#open.set(source, track);
      // By the browser's own bar, or by a cable that is pulled out.
      track.addEventListener("ended", () => void this.#hide(source));
      await (await this.#options.wire).show(source, track);
      this.#tell(source, track.readyState === "live" ? "on" : "off");
    } catch (error) {
      track?.stop();
      this.#tell(source, pictureFailure(error));
    }
  }

  async #hide(source: PictureSource): Promise<void> {
    const track = this.#open.get(source);
    this.#open.delete(source);
    // First of all nobody is seen any more; what the server says comes later.
    track?.stop();
    this.#tell(source, "off");
    if (track !== undefined) {
      await (await this.#options.wire).hide(track);
    }
  }

  #tell(source: PictureSource, showing: Showing): void {
    this.#options.apply({ type: "showing", source, showing });
  }
}
