import type { RoomPass } from "@/api/types";
import type { PictureSource } from "@/devices/open-picture";
import type { OpenWire, Picture, Wire, WireEvent } from "@/features/room/wire/wire";

/** A room without a server: a test plays the server's part through `tell`. */
export class FakeWire implements Wire {
  tell: (event: WireEvent) => void = () => undefined;
  readonly passes: RoomPass[] = [];
  readonly published: MediaStreamTrack[] = [];
  readonly said: string[] = [];
  readonly speakers: string[] = [];
  shown: Picture[] = [];
  /** What goes out now; another microphone takes its place and is heard. */
  sent: MediaStreamTrack | null = null;
  muted = false;
  /** Set to answer to the next muting, or to fail it, when the test says so. */
  muting: Promise<unknown> = Promise.resolve();
  /** Set to fail the next message. */
  losesNext = false;
  losesAll = false;
  soundAllowed = false;
  isOpen = false;
  /** Set to make the server refuse the next connection. */
  refuses = false;

  readonly open: OpenWire = (tell) => {
    this.tell = tell;
    return Promise.resolve(this);
  };

  connect(pass: RoomPass): Promise<void> {
    this.passes.push(pass);
    if (this.refuses) {
      return Promise.reject(new Error("refused"));
    }
    this.isOpen = true;
    this.tell({ type: "connection", connection: "connected" });
    return Promise.resolve();
  }

  publish(microphone: MediaStreamTrack, { muted }: { muted: boolean }): Promise<void> {
    this.published.push(microphone);
    this.sent = microphone;
    this.muted = muted;
    return Promise.resolve();
  }

  async setMuted(muted: boolean): Promise<void> {
    await this.muting;
    this.muted = muted;
  }

  setSpeaker(deviceId: string): Promise<void> {
    this.speakers.push(deviceId);
    return Promise.resolve();
  }

  show(source: PictureSource, picture: MediaStreamTrack): Promise<void> {
    this.shown.push({ id: picture.id, source, from: "me", identity: "person-1", track: picture });
    this.tell({ type: "pictures", pictures: [...this.shown] });
    return Promise.resolve();
  }

  hide(picture: MediaStreamTrack): Promise<void> {
    this.shown = this.shown.filter(({ track }) => track !== picture);
    this.tell({ type: "pictures", pictures: [...this.shown] });
    return Promise.resolve();
  }

  say({ text }: { text: string }): Promise<void> {
    if (this.losesNext || this.losesAll) {
      this.losesNext = false;
      return Promise.reject(new Error("lost"));
    }
    this.said.push(text);
    return Promise.resolve();
  }

  allowSound(): Promise<void> {
    this.soundAllowed = true;
    this.tell({ type: "sound", sound: "allowed" });
    return Promise.resolve();
  }

  disconnect(): Promise<void> {
    if (this.isOpen) {
      this.isOpen = false;
      this.tell({ type: "disconnected", ending: "left" });
    }
    return Promise.resolve();
  }
}
