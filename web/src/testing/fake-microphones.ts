import { FakeMediaStream, FakeTrack } from "./fake-audio";

/** The browser's devices: what is asked of them, and what they answer. */
export class FakeMicrophones extends EventTarget {
  readonly opened: FakeTrack[] = [];
  readonly asked: MediaStreamConstraints[] = [];
  /** Set to make the browser refuse, by the name of its DOMException. */
  refusal: string | null = null;
  devices: { deviceId: string; kind: string; label: string }[] = [];

  install(): this {
    Object.defineProperty(navigator, "mediaDevices", { value: this, configurable: true });
    return this;
  }

  getUserMedia(constraints: MediaStreamConstraints): Promise<FakeMediaStream> {
    this.asked.push(constraints);
    if (this.refusal !== null) {
      return Promise.reject(new DOMException("refused", this.refusal));
    }
    const track = new FakeTrack();
    this.opened.push(track);
    return Promise.resolve(new FakeMediaStream([track]));
  }

  enumerateDevices() {
    return Promise.resolve(this.devices);
  }
}
