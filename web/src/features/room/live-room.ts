/** One live talk: owns its wire, its microphone and its state, from the click to the hang-up. */
import type { Language, Message, RoomPass } from "@/api/types";
import { microphoneFailure, type MicrophoneFailure } from "@/devices/open-microphone";

import { AgentWatch } from "./agent-watch";
import { Outbox } from "./outbox";
import { RecordWatch } from "./record-watch";
import {
  nextToSend,
  newRoomState,
  reduceRoom,
  type Microphone,
  type RoomEvent,
  type RoomState,
} from "./state/room-state";
import type { Line } from "./state/transcript";
import type { OpenWire, Wire } from "./wire/wire";

export interface Opening {
  language: Language;
  recorded: boolean;
  /** The name of whom one talks with. */
  persona: string;
  pass: RoomPass;
  microphone: Promise<MediaStreamTrack>;
  /** What was said before a reload. */
  began?: { startedAtMs: number | null; lines: Line[] };
}

export interface Surroundings {
  openWire: OpenWire;
  /** What has been written down of this talk so far. */
  readRecord: () => Promise<Message[]>;
  /** Asks for an agent, where the room has none. */
  callAgent: () => Promise<unknown>;
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
  readonly #outbox = new Outbox({
    next: () => nextToSend(this.#state),
    send: async (text) => (await this.#wire).say(text),
    tell: (id, unsent) => { this.#apply({ type: "delivery", id, unsent }); },
  });
  readonly #nowMs: () => number;
  #state: RoomState;
  #left = false;

  constructor(opening: Opening, { openWire, readRecord, callAgent, nowMs = Date.now }: Surroundings) {
    this.language = opening.language;
    this.recorded = opening.recorded;
    this.persona = opening.persona;
    this.#nowMs = nowMs;
    this.#state = newRoomState(opening.began ?? { startedAtMs: null, lines: [] });
    this.#record = new RecordWatch(readRecord, (record) => { this.#apply({ type: "recorded", record }); });
    this.#agent = new AgentWatch({ call: callAgent, tellLate: () => { this.#apply({ type: "agent-late" }); } });
    this.#wire = openWire(this.#apply);
    // Side by side: the room does not wait for the microphone, nor the microphone for the room.
    void this.#connect(opening.pass);
    void this.#useMicrophone(opening.microphone);
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
    const { microphone } = this.#state;
    if (microphone === "on") {
      await this.#mute();
    }
    if (microphone === "muted") {
      await (await this.#wire).setMuted(false);
      this.#tellMicrophone("on", { from: "muted" });
    }
  }

  /** Tries the microphone again, after the person has allowed it or plugged one in. */
  async retryMicrophone(microphone: Promise<MediaStreamTrack>): Promise<void> {
    this.#apply({ type: "microphone", microphone: "starting" });
    await this.#useMicrophone(microphone);
  }

  async allowSound(): Promise<void> {
    await (await this.#wire).allowSound();
  }

  async leave(): Promise<void> {
    this.#left = true;
    this.#agent.stop();
    this.#record.stop();
    this.#state.microphoneTrack?.stop();
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

  async #useMicrophone(opened: Promise<MediaStreamTrack>): Promise<void> {
    try {
      const track = await opened;
      if (this.#left) {
        track.stop();
        return;
      }
      track.addEventListener("ended", () => { this.#tellMicrophone("missing"); });
      // Kept before it is sent: whoever leaves meanwhile must not leave it open.
      this.#apply({ type: "microphone", microphone: "starting", track });
      await (await this.#wire).publish(track);
      this.#tellMicrophone("on", { from: "starting" });
    } catch (error) {
      this.#failMicrophone(microphoneFailure(error));
    }
  }

  /** Says "muted" once nothing goes out any more. Whoever asked for that must not be heard if it fails. */
  async #mute(): Promise<void> {
    try {
      await (await this.#wire).setMuted(true);
      this.#tellMicrophone("muted", { from: "on" });
    } catch {
      this.#failMicrophone("failed");
    }
  }

  #failMicrophone(failure: MicrophoneFailure): void {
    this.#state.microphoneTrack?.stop();
    this.#tellMicrophone(failure);
  }

  /** `from`: said only of a microphone that has not been unplugged or taken away meanwhile. */
  #tellMicrophone(microphone: Microphone, { from = this.#state.microphone }: { from?: Microphone } = {}): void {
    if (this.#state.microphone === from) {
      this.#apply({ type: "microphone", microphone });
    }
  }

  readonly #apply = (event: RoomEvent): void => {
    const before = this.#state;
    this.#state = reduceRoom(before, event, this.#nowMs());
    if (event.type === "disconnected") {
      // The browser shows that it listens for as long as the track lives.
      this.#state.microphoneTrack?.stop();
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
