/** Where the talk is heard: the chosen speaker while it is plugged in, else the browser's choice. */
import { chosenDevice } from "@/devices/choice";
import { listDevices } from "@/devices/list-devices";
import { canChooseSpeaker } from "@/devices/speaker";

import type { RoomEvent } from "./state/room-state";
import type { Wire } from "./wire/wire";

export class RoomSpeaker {
  readonly #wire: Promise<Wire>;
  readonly #apply: (event: RoomEvent) => void;
  #used = "";

  constructor({ wire, apply }: { wire: Promise<Wire>; apply: (event: RoomEvent) => void }) {
    this.#wire = wire;
    this.#apply = apply;
  }

  start(): void {
    if (canChooseSpeaker()) {
      navigator.mediaDevices.addEventListener("devicechange", this.#changed);
      void this.follow();
    }
  }

  stop(): void {
    if (canChooseSpeaker()) {
      navigator.mediaDevices.removeEventListener("devicechange", this.#changed);
    }
  }

  /** After a choice, and whenever something was plugged in or pulled out. */
  async follow(): Promise<void> {
    const chosen = chosenDevice("speaker");
    if (chosen === "" && this.#used === "") {
      return;
    }
    try {
      const isThere = (await listDevices("speaker")).some(({ deviceId }) => deviceId === chosen);
      await this.#use(isThere ? chosen : "");
    } catch {
      this.#apply({ type: "device-note", note: { device: "speaker", why: "refused", label: "" } });
    }
  }

  readonly #changed = (): void => {
    void this.follow();
  };

  async #use(deviceId: string): Promise<void> {
    if (deviceId === this.#used) {
      return;
    }
    const wasUnplugged = deviceId === "" && chosenDevice("speaker") === this.#used;
    this.#used = deviceId;
    await (await this.#wire).setSpeaker(deviceId);
    if (wasUnplugged) {
      this.#apply({ type: "device-note", note: { device: "speaker", why: "unplugged", label: "" } });
    }
  }
}
