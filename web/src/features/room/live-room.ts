/** One live talk: owns its wire, its microphone and its state, from the click to the hang-up. */
import type { Language, Message, RoomPass } from "@/api/types";
import { openMicrophone } from "@/devices/open-microphone";
import type { PictureSource } from "@/devices/open-picture";

import { AgentWatch } from "./agent-watch";
import { Outbox } from "./outbox";
import { RecordWatch } from "./record-watch";
import { RoomMicrophone } from "./room-microphone";
import { RoomPictures } from "./room-pictures";
import { RoomSpeaker } from "./room-speaker";
import { nextToSend, newRoomState, reduceRoom, type RoomEvent, type RoomState } from "./state/room-state";
import type { Line } from "./state/transcript";
import type { OpenWire, Wire } from "./wire/wire";

export interface Opening {
  language: Language;
  recorded: boolean;
  /** The name of whom one talks with. */
  persona: string;
  pass: RoomPass;
  microphone: Promise<MediaStreamTrack>;
  /** From the start: then nothing is sent and nothing kept until one says otherwise. */
  muted?: boolean;
  /** What was said before a reload. */
  began?: { startedAtMs: number | null; lines: Line[] };
}

export interface Surroundings {
  openWire: OpenWire;
  /** What has been written down of this talk so far. */
  readRecord: () => Promise<Message[]>;
  /** Asks for an agent, where the room has none. */
  callAgent: () => Promise<unknown>;
  /** Opens whichever microphone the browser thinks best. */
  openAny?: () => Promise<MediaStreamTrack>;
  nowMs?: () => number;
}

export class LiveRoom {
  readonly language: Language;
  readonly recorded: boolean;
  readonly persona: string;
  readonly #listeners = new Set<() => void>();
  readonly #wire: Promise<Wire>;
  readonly #record: RecordWatch;
  readonly #agent: AgentWatch;
  readonly #microphone: RoomMicrophone;
  readonly #speaker: RoomSpeaker;
  readonly #pictures: RoomPictures;
  readonly #outbox = new Outbox({
    next: () => nextToSend(this.#state),
    send: async (line) => (await this.#wire).say(line),
    tell: (id, unsent) => { this.#apply({ type: "delivery", id, unsent }); },
  });
  readonly #nowMs: () => number;
  #state: RoomState;
  #left = false;

  constructor(opening: Opening, { openWire, readRecord, callAgent, openAny = () => openMicrophone(""), nowMs = Date.now }: Surroundings) {
    this.language = opening.language;
    this.recorded = opening.recorded;
    this.persona = opening.persona;
    this.#nowMs = nowMs;
    const microphone = opening.muted === true ? "muted" : "starting";
    this.#state = { ...newRoomState(opening.began ?? { startedAtMs: null, lines: [] }), microphone };
    this.#record = new RecordWatch(readRecord, (record) => { this.#apply({ type: "recorded", record }); });
    this.#agent = new AgentWatch({ call: callAgent, tellLate: () => { this.#apply({ type: "agent-late" }); } });
    this.#wire = openWire(this.#apply);
    const parts = { wire: this.#wire, state: this.state, apply: this.#apply };
    this.#microphone = new RoomMicrophone({ ...parts, openAny });
    this.#speaker = new RoomSpeaker(parts);
    this.#pictures = new RoomPictures(parts);
    // Side by side: the room does not wait for the microphone, nor the microphone for the room.
    void this.#connect(opening.pass);
    void this.#microphone.use(opening.microphone);
    this.#speaker.start();
  }

  readonly state = (): RoomState => this.#state;

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  /** Sends a typed line as soon as the agent listens; its line tells how far it is. */
  say(text: string): void {
    this.#apply({ type: "typed", id: crypto.randomUUID(), text });
  }

  /** Sends a line whose sending failed. */
  sayAgain(id: string): void {
    this.#apply({ type: "delivery", id, unsent: "waiting" });
  }

  async toggleMute(): Promise<void> {
    await this.#microphone.toggleMute();
  }

  /** Tries the microphone again, after the person has allowed it or plugged one in. */
  async retryMicrophone(microphone: Promise<MediaStreamTrack>): Promise<void> {
    await this.#microphone.retry(microphone);
  }

  async changeMicrophone(microphone: Promise<MediaStreamTrack>): Promise<void> {
    await this.#microphone.change(microphone);
  }

  /** After another speaker was chosen. */
  async followSpeaker(): Promise<void> {
    await this.#speaker.follow();
  }

  async togglePicture(source: PictureSource): Promise<void> {
    await this.#pictures.toggle(source);
  }

  closeDeviceNote(): void {
    this.#apply({ type: "device-note", note: null });
  }

  async allowSound(): Promise<void> {
    await (await this.#wire).allowSound();
  }

  async leave(): Promise<void> {
    this.#left = true;
    this.#agent.stop();
    this.#record.stop();
    this.#microphone.leave();
    this.#pictures.stop();
    this.#speaker.stop();
    // A wire that could not even load has nothing to close.
    const wire = await this.#wire.catch(() => null);
    await wire?.disconnect();
  }

  async #connect(pass: RoomPass): Promise<void> {
    try {
      await (await this.#wire).connect(pass);
    } catch {
      this.#apply({ type: "disconnected", ending: this.#left ? "left" : "lost" });
    }
  }

  readonly #apply = (event: RoomEvent): void => {
    const before = this.#state;
    this.#state = reduceRoom(before, event, this.#nowMs());
    if (event.type === "disconnected") {
      this.#microphone.stop();
      this.#pictures.stop();
    }
    this.#agent.follow(this.#state);
    void this.#outbox.empty();
    if (event.type === "segment" && event.segment.role === "assistant" && event.segment.final) {
      this.#record.lineEnded();
    }
    if (this.#state !== before) {
      for (const changed of this.#listeners) {
        changed();
      }
    }
  };
}
