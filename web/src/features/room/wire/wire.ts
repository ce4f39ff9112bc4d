/** What the page needs of a live connection; LiveKit is one, a test's fake another. */
import type { RoomPass } from "@/api/types";
import type { PictureSource } from "@/devices/open-picture";

export type Connection = "connecting" | "connected" | "reconnecting" | "disconnected";

/** Why a connection is over. */
export type Ending = "left" | "room_closed" | "removed" | "joined_elsewhere" | "lost";

/** `absent`: no agent in the room. */
export type AgentState = "absent" | "initializing" | "listening" | "thinking" | "speaking";

export type Quality = "unknown" | "good" | "poor" | "lost";

/** One stretch of speech as text; it comes again, longer or corrected, until it is final. */
export interface Segment {
  id: string;
  role: "user" | "assistant";
  /** The identity of a person who is not oneself. */
  speaker?: string;
  text: string;
  final: boolean;
  /** It was typed. */
  via?: "text";
}

/** A person in the room; agents and recorders are none. */
export interface Person {
  identity: string;
  isMe: boolean;
  voice: "muted" | "silent" | "speaking";
}

/** A camera or a screen that is shown in the room. */
export interface Picture {
  id: string;
  source: PictureSource;
  from: "me" | "agent" | "guest";
  identity: string;
  track: MediaStreamTrack;
}

export const PARTS = ["ears", "brain", "voice"] as const;

export type Part = (typeof PARTS)[number];

export type WireEvent =
  | { type: "connection"; connection: Exclude<Connection, "disconnected"> }
  | { type: "disconnected"; ending: Ending }
  | { type: "agent"; agent: AgentState }
  /** Who does this part now, and with which model: "deepgram nova-3"; "none" where nobody can. */
  | { type: "serving"; part: Part; by: string }
  | { type: "agent-voice"; voice: MediaStreamTrack | null }
  | { type: "quality"; quality: Quality }
  /** What is said now reaches the agent, though it cannot hear yet. */
  | { type: "keeping"; keeping: boolean }
  | { type: "pictures"; pictures: Picture[] }
  /** All who are there, oneself in front, then in the order in which they came. */
  | { type: "people"; people: Person[] }
  | { type: "sound"; sound: "allowed" | "blocked" }
  | { type: "segment"; segment: Segment };

export interface Wire {
  /** Raises when the server cannot be reached or refuses the pass. */
  connect: (pass: RoomPass) => Promise<void>;
  /**
   * May be called before `connect` is done: the track goes out as soon as it can, and where the browser is able to,
   * what is said until then is kept for the agent. Of who is muted nothing is kept.
   */
  publish: (microphone: MediaStreamTrack, sending: { muted: boolean }) => Promise<void>;
  setMuted: (muted: boolean) => Promise<void>;
  /** "" is the browser's choice. */
  setSpeaker: (deviceId: string) => Promise<void>;
  show: (source: PictureSource, picture: MediaStreamTrack) => Promise<void>;
  hide: (picture: MediaStreamTrack) => Promise<void>;
  /** Sends a typed line to the agent; done when it has come, which one of an id does once, however often it is sent. */
  say: (line: { id: string; text: string }) => Promise<void>;
  /** Asks the browser to play sound; works inside a click only. */
  allowSound: () => Promise<void>;
  disconnect: () => Promise<void>;
}

export type OpenWire = (tell: (event: WireEvent) => void) => Promise<Wire>;
