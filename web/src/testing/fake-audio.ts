/** Sound without a sound card: silent, but with the shape that the page uses. */

export class FakeTrack extends EventTarget implements MediaStreamTrack {
  readonly kind = "audio";
  readonly id = crypto.randomUUID();
  readonly label = "A microphone";
  readonly muted = false;
  contentHint = "";
  enabled = true;
  onended = null;
  onmute = null;
  onunmute = null;
  readyState: MediaStreamTrackState = "live";

  stop(): void {
    this.readyState = "ended";
  }

  /** The cable is pulled out. */
  unplug(): void {
    this.readyState = "ended";
    this.dispatchEvent(new Event("ended"));
  }

  clone(): MediaStreamTrack {
    return new FakeTrack();
  }

  applyConstraints(): Promise<void> {
    return Promise.resolve();
  }

  getCapabilities(): MediaTrackCapabilities {
    return {};
  }

  getConstraints(): MediaTrackConstraints {
    return {};
  }

  getSettings(): MediaTrackSettings {
    return {};
  }
}

export class FakeMediaStream {
  readonly #tracks: MediaStreamTrack[];

  readonly #pictures: MediaStreamTrack[];

  constructor(tracks: MediaStreamTrack[] = [], pictures: MediaStreamTrack[] = []) {
    this.#tracks = tracks;
    this.#pictures = pictures;
  }

  getVideoTracks(): MediaStreamTrack[] {
    return this.#pictures;
  }

  getAudioTracks(): MediaStreamTrack[] {
    return this.#tracks;
  }
}

export class FakeAudioContext {
  /** Of every sample that is read: 0 is silence. */
  static amplitude = 0;
  readonly currentTime = 0;

  createAnalyser() {
    return { fftSize: 0, getFloatTimeDomainData: (samples: Float32Array) => samples.fill(FakeAudioContext.amplitude), disconnect: () => undefined };
  }

  createMediaStreamSource() {
    return { connect: () => undefined, disconnect: () => undefined };
  }

  createMediaStreamDestination() {
    return { stream: new FakeMediaStream() };
  }

  createGain() {
    const never = () => undefined;
    return { connect: never, gain: { setValueAtTime: never, linearRampToValueAtTime: never } };
  }

  /** Ends as soon as it has begun. */
  createOscillator() {
    const never = () => undefined;
    const tone = { onended: never, connect: never, frequency: { setValueAtTime: never }, start: never };
    return { ...tone, stop(this: typeof tone) { queueMicrotask(() => { this.onended(); }); } };
  }

  resume(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
