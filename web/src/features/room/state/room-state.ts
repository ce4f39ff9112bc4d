/** Everything the room shows, and how each event changes it. Pure: time comes in with the event. */
import type { Message } from "@/api/types";
import type { DeviceKind } from "@/devices/choice";
import type { MicrophoneFailure } from "@/devices/open-microphone";
import type { PictureFailure, PictureSource } from "@/devices/open-picture";

import type { AgentState, Connection, Ending, Person, Picture, Quality, WireEvent } from "../wire/wire";

import { deliver, giveUpSending, hear, markInterrupted, type, type Line, type Unsent } from "./transcript";

export type Microphone = "starting" | "on" | "muted" | MicrophoneFailure;

/** Whether one's own camera or screen is shown. */
export type Showing = "off" | "starting" | "on" | PictureFailure;

/** Another device is used than one might think; `label` names the one that is, where the browser tells. */
export interface DeviceNote {
  device: DeviceKind;
  /** `absent`: the chosen one was not there at the start; `refused`: it could not be opened. */
  why: "unplugged" | "absent" | "refused";
  label: string;
}

export interface RoomState {
  connection: Connection;
  /** Why the connection is over; null while it is not. */
  ending: Ending | null;
  /** `lost`: it was there, and is gone or does not answer; `late`: nobody came for too long. */
  agent: AgentState | "late" | "lost";
  /** Who hears, thinks and speaks; null until the agent has said so. */
  ears: string | null;
  brain: string | null;
  voice: string | null;
  agentVoice: MediaStreamTrack | null;
  microphone: Microphone;
  microphoneTrack: MediaStreamTrack | null;
  keeping: boolean;
  deviceNote: DeviceNote | null;
  camera: Showing;
  screen: Showing;
  pictures: Picture[];
  people: Person[];
  quality: Quality;
  sound: "allowed" | "blocked";
  /** Milliseconds since 1970; null until the talk has begun. */
  startedAtMs: number | null;
  lines: Line[];
}

export type RoomEvent =
  | WireEvent
  | { type: "microphone"; microphone: Microphone; track?: MediaStreamTrack }
  | { type: "device-note"; note: DeviceNote | null }
  | { type: "showing"; source: PictureSource; showing: Showing }
  | { type: "typed"; id: string; text: string }
  | { type: "delivery"; id: string; unsent: Unsent | null }
  | { type: "recorded"; record: Message[] }
  | { type: "agent-late" };

export function newRoomState(began: { startedAtMs: number | null; lines: Line[] }): RoomState {
  return {
    connection: "connecting",
    ending: null,
    agent: "absent",
    ears: null,
    brain: null,
    voice: null,
    agentVoice: null,
    microphone: "starting",
    microphoneTrack: null,
    keeping: false,
    deviceNote: null,
    camera: "off",
    screen: "off",
    pictures: [],
    people: [],
    quality: "unknown",
    sound: "allowed",
    ...began,
  };
}

/** Answers the same object for an event that changes nothing, so that nothing renders. */
export function reduceRoom(state: RoomState, event: RoomEvent, nowMs: number): RoomState {
  return withChanges(state, changesOf(state, event, nowMs));
}

function changesOf(state: RoomState, event: RoomEvent, nowMs: number): Partial<RoomState> {
  const atS = elapsedS(state, nowMs);
  switch (event.type) {
    case "connection":
      return { connection: event.connection, startedAtMs: begin(state, event.connection, nowMs) };
    case "disconnected":
      return {
        connection: "disconnected",
        ending: event.ending,
        agentVoice: null,
        camera: "off",
        screen: "off",
        pictures: [],
        people: [],
        lines: giveUpSending(state.lines),
      };
    case "agent":
      return { agent: agentAfter(state.agent, event.agent) };
    case "serving":
      return { [event.part]: event.by };
    case "agent-late":
      return isHere(state.agent) ? {} : { agent: "late" };
    case "agent-voice":
      return { agentVoice: event.voice };
    case "keeping":
      return { keeping: event.keeping };
    case "pictures":
      return { pictures: event.pictures };
    case "people":
      return { people: event.people };
    case "device-note":
      return { deviceNote: event.note };
    case "showing":
      return { [event.source]: event.showing };
    case "quality":
      return { quality: event.quality };
    case "sound":
      return { sound: event.sound };
    case "microphone":
      return { microphone: event.microphone, microphoneTrack: event.track ?? state.microphoneTrack };
    case "segment":
      return { lines: hear(state.lines, event.segment, atS) };
    case "typed":
      return { lines: type(state.lines, { id: event.id, text: event.text, atS }) };
    case "delivery":
      return { lines: deliver(state.lines, event.id, event.unsent) };
    case "recorded":
      return { lines: markInterrupted(state.lines, event.record) };
  }
}

/** Who was there and is not any more was lost, and stays so until somebody comes. */
function agentAfter(before: RoomState["agent"], told: AgentState): RoomState["agent"] {
  if (told !== "absent") {
    return told;
  }
  return isHere(before) ? "lost" : before === "initializing" ? "absent" : before;
}

function withChanges(state: RoomState, changes: Partial<RoomState>): RoomState {
  const next = { ...state, ...changes };
  const names = Object.keys(next) as (keyof RoomState)[];
  return names.every((name) => next[name] === state[name]) ? state : next;
}

export function isFailure(microphone: Microphone): microphone is MicrophoneFailure {
  return microphone !== "starting" && microphone !== "on" && microphone !== "muted";
}

export function isHere(agent: RoomState["agent"]): boolean {
  return agent === "listening" || agent === "thinking" || agent === "speaking";
}

/** What is typed reaches the agent only while it is there and the room is connected. */
export function nextToSend({ connection, agent, lines }: RoomState): Line | undefined {
  const isHeard = connection === "connected" && isHere(agent);
  return isHeard ? lines.find(({ unsent }) => unsent === "waiting") : undefined;
}

export function elapsedS({ startedAtMs }: Pick<RoomState, "startedAtMs">, nowMs: number): number {
  return startedAtMs === null ? 0 : Math.max(0, (nowMs - startedAtMs) / 1000);
}

function begin(state: RoomState, connection: Connection, nowMs: number): number | null {
  return connection === "connected" ? (state.startedAtMs ?? nowMs) : state.startedAtMs;
}
