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
  #sent: Promise<SentTrack> | null = null;

  constructor(publish: (microphone: MediaStreamTrack) => Promise<SentTrack>) {
    this.#publish = publish;
  }

  async send(microphone: MediaStreamTrack): Promise<void> {
    this.#sent = this.#sent === null ? this.#publish(microphone) : this.#replace(this.#sent, microphone);
    await this.#sent;
  }

  async setMuted(muted: boolean): Promise<void> {
    const track = await this.#sent;
    await (muted ? track?.mute() : track?.unmute());
  }

  /** Also while the first one is still on its way out, which takes as long as connecting does. */
  async #replace(sent: Promise<SentTrack>, microphone: MediaStreamTrack): Promise<SentTrack> {
    const track = await sent.catch(() => null);
    if (track === null) {
      return this.#publish(microphone);
    }
    await track.replaceTrack(microphone);
    // LiveKit has muted the one that ended.
    await track.unmute();
    return track;
  }
}
