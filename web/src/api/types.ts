/** The words of the API, as the page uses them; their shapes are generated. */
import type { components } from "./schema.generated";

type Schemas = components["schemas"];

/** A copy of all that is kept of one, and how far it is. */
export type DataExport = Schemas["ExportAnswer"];
/** How far it is with deleting everything. */
export type Departure = Schemas["DepartureAnswer"];
/** What lets a guest in. */
export type GuestPass = Schemas["GuestPassAnswer"];
/** What they are told before. */
export type Invitation = Schemas["InvitationAnswer"];
export type Language = Schemas["Language"];
export type Message = Schemas["MessageAnswer"];
/** A link that was just made: the only answer with its address. */
export type NewLink = Schemas["NewLinkAnswer"];
/** An invitation that was just made: the only answer with its address. */
export type NewInvitation = Schemas["NewInvitationAnswer"];
/** Who I am here, and what the law of the place asks for. */
export type Me = Schemas["MeAnswer"];
export type MessagePage = Schemas["MessagePageAnswer"];
/** What opens a room: its server and a token for one person. */
export type RoomPass = Schemas["RoomPassAnswer"];
/** What plays a talk: its files, and until when they open. */
export type Playback = Schemas["PlaybackAnswer"];
export type PlaybackPart = Schemas["PlayablePartAnswer"];
/** Who speaks in a talk. */
export type Persona = Schemas["PersonaAnswer"];
/** What people say of one. */
export type PersonaDraft = Schemas["PersonaRequest"];
/** How it stands with the recording of a talk. */
export type Recording = Schemas["RecordingAnswer"];
export type RecordingPart = Schemas["RecordingPartAnswer"];
export type Session = Schemas["SessionAnswer"];
export type SessionPage = Schemas["SessionPageAnswer"];
/** A link by which people without an account open a talk. */
export type SharedLink = Schemas["LinkAnswer"];
/** What they are told of it. */
export type SharedTalk = Schemas["SharedSessionAnswer"];
/** Somebody of a talk, and how they are called. */
export type Speaker = Schemas["SpeakerAnswer"];
/** What one model, or one service, of a talk costs. */
export type CostLine = Schemas["CostLineAnswer"];
/** What one question and its answer took. */
export type Turn = Schemas["TurnAnswer"];
export type Evaluation = Schemas["EvaluationAnswer"];
/** What people say of a talk. */
export type Feedback = Schemas["FeedbackAnswer"];
export type OneFeedback = Schemas["OneFeedbackAnswer"];
export type Score = Schemas["ScoreAnswer"];
/** What a talk used, and what that costs. */
export type Usage = Schemas["UsageAnswer"];
/** What the talks of each day were like, and all of them together. */
export type Days = Schemas["DaysAnswer"];
export type Day = Schemas["DayAnswer"];
export type DaySum = Schemas["DaySumAnswer"];
/** A talk with what was counted of it. */
export type CountedTalk = Schemas["TalkAnswer"];
export type SlowTurn = Schemas["SlowTurnAnswer"];
export type StartedSession = Schemas["StartedSessionAnswer"];
