/**
 * The microphone that is sent: one at a time, and the one that "mute" means. LiveKit itself would send a second one
 * beside the first, which has ended but stays published, and `setMicrophoneEnabled` would mute the first.
 */

/** A track of LiveKit's; unlike its publication it stays the same when a reconnect publishes it anew. */
export interface SentTrack {
  mute: () => Promise<unknown>;
  unmute: () => Promise<unknown>;
  replaceTrack: (microphone: MediaStreamTrack) => Promise<unknown>;
}

export class SentMicrophone {
  readonly #publish: (microphone: MediaStreamTrack) => Promise<SentTrack>;
  #track: SentTrack | null = null;

  constructor(publish: (microphone: MediaStreamTrack) => Promise<SentTrack>) {
    this.#publish = publish;
  }

  async send(microphone: MediaStreamTrack): Promise<void> {
    if (this.#track === null) {
      this.#track = await this.#publish(microphone);
      return;
    }
    await this.#track.replaceTrack(microphone);
    // LiveKit has muted the one that ended.
    await this.#track.unmute();
  }

  async setMuted(muted: boolean): Promise<void> {
    await (muted ? this.#track?.mute() : this.#track?.unmute());
  }
}
