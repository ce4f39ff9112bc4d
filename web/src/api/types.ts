/** The words of the API, as the page uses them; their shapes are generated. */
import type { components } from "./schema.generated";

type Schemas = components["schemas"];

export type Language = Schemas["Language"];
export type Message = Schemas["MessageAnswer"];
export type MessagePage = Schemas["MessagePageAnswer"];
/** What opens a room: its server and a token for one person. */
export type RoomPass = Schemas["RoomPassAnswer"];
/** What plays a talk: its files, and until when they open. */
export type Playback = Schemas["PlaybackAnswer"];
export type PlaybackPart = Schemas["PlayablePartAnswer"];
/** How it stands with the recording of a talk. */
export type Recording = Schemas["RecordingAnswer"];
export type RecordingPart = Schemas["RecordingPartAnswer"];
export type Session = Schemas["SessionAnswer"];
export type SessionPage = Schemas["SessionPageAnswer"];
export type StartedSession = Schemas["StartedSessionAnswer"];
