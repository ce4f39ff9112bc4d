/** The microphone of one talk: opened once, muted, changed, and replaced when it is pulled out. */
import { chosenDevice } from "@/devices/choice";
import { isStandIn, microphoneFailure, type MicrophoneFailure } from "@/devices/open-microphone";

import { isFailure, type Microphone, type RoomEvent, type RoomState } from "./state/room-state";
import type { Wire } from "./wire/wire";

export interface MicrophoneOptions {
  wire: Promise<Wire>;
  state: () => RoomState;
  apply: (event: RoomEvent) => void;
  /** Opens whichever the browser thinks best. */
  openAny: () => Promise<MediaStreamTrack>;
}

export class RoomMicrophone {
  readonly #options: MicrophoneOptions;
  #left = false;

  constructor(options: MicrophoneOptions) {
    this.#options = options;
  }

  /** Whoever has muted meanwhile is not heard: nothing is sent, and nothing kept for later. */
  async use(opened: Promise<MediaStreamTrack>): Promise<void> {
    try {
      const track = await opened;
      if (this.#left) {
        track.stop();
        return;
      }
      // Kept before it is sent: whoever leaves meanwhile must not leave it open.
      await this.#send(track, this.#state.microphone === "muted" ? "muted" : "starting");
      this.#tell("on", { from: "starting" });
    } catch (error) {
      this.#fail(microphoneFailure(error));
    }
  }

  async toggleMute(): Promise<void> {
    const { microphone, microphoneTrack } = this.#state;
    if (microphone === "muted") {
      await (await this.#options.wire).setMuted(false);
      this.#tell(microphoneTrack === null ? "starting" : "on", { from: "muted" });
    } else if (!isFailure(microphone)) {
      await this.#mute(microphoneTrack);
    }
  }

  /** Another one in the place of the one that is sent, which stays until the other is open. */
  async change(opened: Promise<MediaStreamTrack>): Promise<void> {
    const before = this.#state.microphoneTrack;
    if (before === null || isFailure(this.#state.microphone)) {
      await this.retry(opened);
      return;
    }
    try {
      const track = await opened;
      before.stop();
      await this.#send(track, this.#state.microphone);
    } catch {
      this.#note("refused", before);
    }
  }

  /** After the person has allowed it or plugged one in. */
  async retry(opened: Promise<MediaStreamTrack>): Promise<void> {
    this.#options.apply({ type: "microphone", microphone: "starting" });
    await this.use(opened);
  }

  leave(): void {
    this.#left = true;
    this.stop();
  }

  /** The browser shows that it listens for as long as the track lives. */
  stop(): void {
    this.#state.microphoneTrack?.stop();
  }

  async #send(track: MediaStreamTrack, microphone: Microphone): Promise<void> {
    track.addEventListener("ended", () => void this.#replace(track));
    this.#options.apply({ type: "microphone", microphone, track });
    if (isStandIn(track, chosenDevice("microphone"))) {
      this.#note("absent", track);
    }
    await (await this.#options.wire).publish(track, { muted: microphone === "muted" });
  }

  /** A microphone was pulled out or taken away. */
  async #replace(lost: MediaStreamTrack): Promise<void> {
    if (this.#left || this.#state.microphoneTrack !== lost || this.#state.connection === "disconnected") {
      return;
    }
    if (this.#state.microphone !== "muted") {
      this.#options.apply({ type: "microphone", microphone: "starting" });
    }
    await this.use(this.#options.openAny());
    const { microphone, microphoneTrack } = this.#state;
    if (!isFailure(microphone)) {
      this.#note("unplugged", microphoneTrack);
    }
  }

  /** Says "muted" once nothing goes out any more. Whoever asked for that must not be heard if it fails. */
  async #mute(track: MediaStreamTrack | null): Promise<void> {
    try {
      if (track !== null) {
        await (await this.#options.wire).setMuted(true);
      }
      if (!isFailure(this.#state.microphone)) {
        this.#tell("muted");
      }
    } catch {
      this.#fail("failed");
    }
  }

  #fail(failure: MicrophoneFailure): void {
    this.stop();
    this.#tell(failure);
  }

  #note(why: "absent" | "refused" | "unplugged", { label }: MediaStreamTrack): void {
    this.#options.apply({ type: "device-note", note: { device: "microphone", why, label } });
  }

  /** `from`: said only of a microphone that has not been unplugged or taken away meanwhile. */
  #tell(microphone: Microphone, { from = this.#state.microphone }: { from?: Microphone } = {}): void {
    if (this.#state.microphone === from) {
      this.#options.apply({ type: "microphone", microphone });
    }
  }

  get #state(): RoomState {
    return this.#options.state();
  }
}
