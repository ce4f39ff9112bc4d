/** A LiveKit room in our words. The only module that knows LiveKit; it keeps no state of its own. */
import {
  ConnectionQuality,
  DataStreamError,
  DisconnectReason,
  Room,
  RoomEvent,
  Track,
  type Participant,
  type RemoteParticipant,
  type RemoteTrack,
  type TextStreamReader,
} from "livekit-client";

import type { RoomPass } from "@/api/types";
import type { PictureSource } from "@/devices/open-picture";

import { rememberServer } from "./known-server";
import { Beats } from "./livekit-beats";
import { CHAT_TOPIC, LINE, sendLine } from "./livekit-lines";
import { keepLogQuiet } from "./livekit-log";
import { outgoingMicrophone } from "./livekit-microphone";
import { byArrival, followPeople } from "./livekit-people";
import { picturesIn, SOURCES } from "./livekit-pictures";
import { SentMicrophone, type Sending } from "./sent-microphone";
import { PARTS, type AgentState, type Ending, type Quality, type Segment, type Wire, type WireEvent } from "./wire";

const TRANSCRIPTION_TOPIC = "lk.transcription";
const AGENT_STATE = "lk.agent.state";
/** By this attribute of ours the agent knows that it is heard, and begins to speak. */
const LISTENING = "echosphere.listening";
/** With the part behind it. */
const SERVING = "echosphere.";
const SEGMENT_ID = "lk.segment_id";
const SEGMENT_FINAL = "lk.transcription_final";

const AGENT_STATES: readonly AgentState[] = ["initializing", "listening", "thinking", "speaking"];

const PICTURE_EVENTS = [
  RoomEvent.LocalTrackPublished,
  RoomEvent.LocalTrackUnpublished,
  RoomEvent.TrackSubscribed,
  RoomEvent.TrackUnsubscribed,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
] as const;

/** Resolves the server's name and shakes hands ahead of time. */
export async function prepareConnection(livekitUrl: string): Promise<void> {
  await new Room().prepareConnection(livekitUrl);
}

export class LiveKitWire implements Wire {
  readonly #room: Room;
  readonly #microphone = new SentMicrophone((microphone, { muted }) =>
    outgoingMicrophone(this.#room, microphone, { muted, tellKeeping: this.#tellKeeping }),
  );
  readonly #tell: (event: WireEvent) => void;
  readonly #beats: Beats;

  constructor(tell: (event: WireEvent) => void, room = new Room()) {
    keepLogQuiet();
    this.#room = room;
    this.#tell = tell;
    this.#followConnection();
    this.#beats = new Beats(room, () => { this.#tellAgent(); });
    this.#followAgent();
    this.#followPictures();
    followPeople(this.#room, (people) => { this.#tell({ type: "people", people }); });
    this.#room.registerTextStreamHandler(TRANSCRIPTION_TOPIC, (reader, { identity }) => {
      void this.#readSegment(reader, identity);
    });
    // What others type goes to everybody in the room.
    this.#room.registerTextStreamHandler(CHAT_TOPIC, (reader, { identity }) => {
      void this.#readTyped(reader, identity);
    });
  }

  async connect(pass: RoomPass): Promise<void> {
    await this.#room.connect(pass.livekit_url, pass.token);
    rememberServer(pass.livekit_url);
    this.#tellAgent();
  }

  async publish(microphone: MediaStreamTrack, sending: Sending): Promise<void> {
    await this.#microphone.send(microphone, sending);
  }

  async setMuted(muted: boolean): Promise<void> {
    await this.#microphone.setMuted(muted);
  }

  async setSpeaker(deviceId: string): Promise<void> {
    await this.#room.switchActiveDevice("audiooutput", deviceId);
  }

  async show(source: PictureSource, picture: MediaStreamTrack): Promise<void> {
    await this.#room.localParticipant.publishTrack(picture, { source: SOURCES[source] });
  }

  async hide(picture: MediaStreamTrack): Promise<void> {
    await this.#room.localParticipant.unpublishTrack(picture);
  }

  async say(line: { id: string; text: string }): Promise<void> {
    await sendLine(this.#room.localParticipant, this.#agent()?.identity, line);
  }

  async allowSound(): Promise<void> {
    await this.#room.startAudio();
  }

  async disconnect(): Promise<void> {
    await this.#room.disconnect();
  }

  #followConnection(): void {
    this.#room
      .on(RoomEvent.Connected, () => { this.#tell({ type: "connection", connection: "connected" }); })
      .on(RoomEvent.Reconnecting, () => { this.#tell({ type: "connection", connection: "reconnecting" }); })
      .on(RoomEvent.SignalReconnecting, () => { this.#tell({ type: "connection", connection: "reconnecting" }); })
      .on(RoomEvent.Reconnected, () => { this.#tell({ type: "connection", connection: "connected" }); })
      .on(RoomEvent.Disconnected, (reason) => { this.#tell({ type: "disconnected", ending: endingOf(reason) }); })
      .on(RoomEvent.AudioPlaybackStatusChanged, (allowed) => {
        this.#tell({ type: "sound", sound: allowed ? "allowed" : "blocked" });
      })
      .on(RoomEvent.ConnectionQualityChanged, (quality, participant) => {
        if (participant.isLocal) {
          this.#tell({ type: "quality", quality: qualityOf(quality) });
        } else {
          this.#tellAgent();
        }
      });
  }

  #followAgent(): void {
    this.#room
      .on(RoomEvent.ParticipantConnected, () => { this.#tellAgent(); })
      .on(RoomEvent.ParticipantAttributesChanged, () => { this.#tellAgent(); })
      .on(RoomEvent.ParticipantDisconnected, () => { this.#tellAgent(); })
      .on(RoomEvent.TrackSubscribed, (track, _publication, participant) => {
        this.#tellVoice(track, participant, track.mediaStreamTrack);
      })
      .on(RoomEvent.TrackUnsubscribed, (track, _publication, participant) => {
        for (const element of track.detach()) {
          element.remove();
        }
        this.#tellVoice(track, participant, null);
      });
  }

  #followPictures(): void {
    const tell = () => { this.#tell({ type: "pictures", pictures: picturesIn(this.#room) }); };
    for (const event of PICTURE_EVENTS) {
      this.#room.on(event, tell);
    }
  }

  readonly #tellKeeping = (keeping: boolean): void => {
    this.#tell({ type: "keeping", keeping });
  };

  /** Of two agents the first is the one that talks: the other leaves again. */
  #agent(): RemoteParticipant | undefined {
    const isAnswering = (one: Participant) => isHeardByServer(one) && !this.#beats.isSilent(one);
    return [...this.#room.remoteParticipants.values()].filter(isAnswering).sort(byArrival)[0];
  }

  #tellAgent(): void {
    const agent = this.#agent();
    if (agent === undefined) {
      this.#tell({ type: "agent", agent: "absent" });
      return;
    }
    this.#tell({ type: "agent", agent: agentStateOf(agent.attributes[AGENT_STATE]) });
    for (const part of PARTS) {
      const by = agent.attributes[`${SERVING}${part}`];
      if (by !== undefined) {
        this.#tell({ type: "serving", part, by });
      }
    }
  }

  #tellVoice(track: RemoteTrack, participant: RemoteParticipant, voice: MediaStreamTrack | null): void {
    if (track.kind !== Track.Kind.Audio) {
      return;
    }
    if (voice !== null) {
      // LiveKit's own element: it follows reconnects and the browser's autoplay rule.
      document.body.append(track.attach());
    }
    if (participant.isAgent) {
      if (voice !== null) {
        this.#tellThatItIsHeard();
      }
      this.#tell({ type: "agent-voice", voice });
    }
  }

  /** An answer that is lost costs a second: the agent waits no longer for it. */
  #tellThatItIsHeard(): void {
    this.#room.localParticipant.setAttributes({ [LISTENING]: "true" }).catch(() => undefined);
  }

  #whoIs(identity: string): Pick<Segment, "role" | "speaker"> {
    if (identity === this.#room.localParticipant.identity) {
      return { role: "user" };
    }
    const isPerson = this.#room.remoteParticipants.get(identity)?.isAgent === false;
    return isPerson ? { role: "user", speaker: identity } : { role: "assistant" };
  }

  async #readTyped(reader: TextStreamReader, identity: string): Promise<void> {
    // One that broke off did not reach the agent either.
    const text = await reader.readAll().catch(() => "");
    const id = reader.info.attributes?.[LINE] ?? reader.info.id;
    const segment: Segment = { id, ...this.#whoIs(identity), text, final: true, via: "text" };
    this.#tell({ type: "segment", segment });
  }

  /** The agent's words come as one growing stream, the person's as a new stream for each correction. */
  async #readSegment(reader: TextStreamReader, identity: string): Promise<void> {
    const id = reader.info.attributes?.[SEGMENT_ID] ?? reader.info.id;
    const who = this.#whoIs(identity);
    let text = "";
    try {
      for await (const piece of reader) {
        text += piece;
        this.#tell({ type: "segment", segment: { id, ...who, text, final: false } });
      }
    } catch (error) {
      if (!(error instanceof DataStreamError)) {
        throw error;
      }
      // Whoever spoke is gone, or we are: what has come is all that will come.
      this.#tell({ type: "segment", segment: { id, ...who, text, final: true } });
    }
    // The attribute turns true with the last packet of the stream.
    if (reader.info.attributes?.[SEGMENT_FINAL] === "true") {
      this.#tell({ type: "segment", segment: { id, ...who, text, final: true } });
    }
  }
}

/** The server hears nothing from an agent that has died, long before it takes it for gone. */
function isHeardByServer({ isAgent, connectionQuality }: Participant): boolean {
  return isAgent && connectionQuality !== ConnectionQuality.Lost;
}

function agentStateOf(attribute: string | undefined): AgentState {
  if (attribute === "idle") {
    return "listening";
  }
  return AGENT_STATES.find((state) => state === attribute) ?? "initializing";
}

function qualityOf(quality: ConnectionQuality): Quality {
  switch (quality) {
    case ConnectionQuality.Excellent:
    case ConnectionQuality.Good:
      return "good";
    case ConnectionQuality.Poor:
      return "poor";
    case ConnectionQuality.Lost:
      return "lost";
    case ConnectionQuality.Unknown:
      return "unknown";
  }
}

function endingOf(reason: DisconnectReason | undefined): Ending {
  switch (reason) {
    case DisconnectReason.CLIENT_INITIATED:
      return "left";
    case DisconnectReason.ROOM_DELETED:
    case DisconnectReason.ROOM_CLOSED:
      return "room_closed";
    case DisconnectReason.PARTICIPANT_REMOVED:
      return "removed";
    case DisconnectReason.DUPLICATE_IDENTITY:
      return "joined_elsewhere";
    default:
      return "lost";
  }
}
