/**
 * The microphone that is sent: one at a time, and the one that "mute" means. LiveKit itself would send a second one
 * beside the first, which has ended but stays published, and `setMicrophoneEnabled` would mute the first.
 */

/** A track of LiveKit's; unlike its publication it stays the same when a reconnect publishes it anew. */
export interface Outgoing {
  mute: () => Promise<unknown>;
  unmute: () => Promise<unknown>;
  replaceTrack: (microphone: MediaStreamTrack) => Promise<unknown>;
  /** Takes as long as connecting does. */
  publish: () => Promise<unknown>;
}

export interface Sending {
  muted: boolean;
}

export class SentMicrophone {
  readonly #prepare: (microphone: MediaStreamTrack, sending: Sending) => Outgoing;
  #outgoing: Outgoing | null = null;
  #published: Promise<unknown> = Promise.resolve();

  constructor(prepare: (microphone: MediaStreamTrack, sending: Sending) => Outgoing) {
    this.#prepare = prepare;
  }

  async send(microphone: MediaStreamTrack, sending: Sending): Promise<void> {
    this.#published =
      this.#outgoing === null ? this.#publish(microphone, sending) : this.#replace(this.#outgoing, microphone, sending);
    await this.#published;
  }

  /** Also while it is still on its way out: nobody is heard who has muted meanwhile. */
  async setMuted(muted: boolean): Promise<void> {
    await (muted ? this.#outgoing?.mute() : this.#outgoing?.unmute());
  }

  async #publish(microphone: MediaStreamTrack, sending: Sending): Promise<void> {
    const outgoing = this.#prepare(microphone, sending);
    this.#outgoing = outgoing;
    try {
      if (sending.muted) {
        await outgoing.mute();
      }
      await outgoing.publish();
    } catch (error) {
      this.#outgoing = null;
      throw error;
    }
  }

  /** The first one may still be on its way out: only what is published can be replaced. */
  async #replace(outgoing: Outgoing, microphone: MediaStreamTrack, sending: Sending): Promise<void> {
    const isPublished = await this.#published.then(() => true, () => false);
    if (!isPublished) {
      await this.#publish(microphone, sending);
      return;
    }
    await outgoing.replaceTrack(microphone);
    // LiveKit has muted the one that ended.
    await (sending.muted ? outgoing.mute() : outgoing.unmute());
  }
}
