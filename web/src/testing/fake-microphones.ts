import { FakeMediaStream, FakeTrack } from "./fake-audio";

/** The browser's devices: what is asked of them, and what they answer. */
export class FakeMicrophones extends EventTarget {
  readonly opened: FakeTrack[] = [];
  readonly asked: MediaStreamConstraints[] = [];
  /** Set to make the browser refuse, by the name of its DOMException. */
  refusal: string | null = null;
  /** Set to make it refuse the camera or the screen. */
  pictureRefusal: string | null = null;
  /** The device that it opens, whichever was asked for; null: it does not say. */
  opensAs: string | null = null;
  readonly pictures: FakeTrack[] = [];
  devices: { deviceId: string; kind: string; label: string }[] = [];

  install(): this {
    Object.defineProperty(navigator, "mediaDevices", { value: this, configurable: true });
    return this;
  }

  getUserMedia(constraints: MediaStreamConstraints): Promise<FakeMediaStream> {
    if (constraints.video !== undefined) {
      return this.getDisplayMedia();
    }
    this.asked.push(constraints);
    if (this.refusal !== null) {
      return Promise.reject(new DOMException("refused", this.refusal));
    }
    const track = new FakeTrack();
    const { opensAs } = this;
    if (opensAs !== null) {
      track.getSettings = () => ({ deviceId: opensAs });
    }
    this.opened.push(track);
    return Promise.resolve(new FakeMediaStream([track]));
  }

  /** A person who shares a screen, or opens the camera. */
  getDisplayMedia(): Promise<FakeMediaStream> {
    if (this.pictureRefusal !== null) {
      return Promise.reject(new DOMException("refused", this.pictureRefusal));
    }
    const track = new FakeTrack();
    this.pictures.push(track);
    return Promise.resolve(new FakeMediaStream([], [track]));
  }

  enumerateDevices() {
    return Promise.resolve(this.devices);
  }
}
