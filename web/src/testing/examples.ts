import type { CostLine, DaySum, Evaluation, Message, Persona, Recording, RecordingPart, Score, Session, Turn, Usage } from "@/api/types";
import type { PlaybackPart } from "@/api/types";

/** One session with everything set; a test says what matters to it. */
export function aSession(fields: Partial<Session> = {}): Session {
  return {
    id: "s1",
    status: "ended",
    language: "en-US",
    persona_id: "echosphere",
    persona_name: "EchoSphere",
    recorded: true,
    consented_at: null,
    created_at: "2026-11-20T05:02:00.000Z",
    started_at: "2026-11-20T05:02:01.000Z",
    ended_at: "2026-11-20T05:08:13.000Z",
    duration_s: 372,
    end_reason: "hung_up",
    failure_reason: null,
    title: "What are the opening hours?",
    message_count: 2,
    ...fields,
  };
}

/** The one that comes with the product. */
export const ECHOSPHERE: Persona = {
  id: "echosphere",
  name: "EchoSphere",
  languages: ["ja-JP", "en-US", "pt-BR"],
  instructions: "",
  recorded: true,
  built_in: true,
  created_at: null,
  changed_at: null,
};

export function aPersona(fields: Partial<Persona> = {}): Persona {
  return {
    ...ECHOSPHERE,
    id: "p1",
    name: "Mina",
    languages: ["en-US", "ja-JP"],
    instructions: "You sell bicycles.",
    built_in: false,
    created_at: "2026-11-20T05:00:00.000Z",
    changed_at: "2026-11-20T05:00:00.000Z",
    ...fields,
  };
}

export function aPendingSession(fields: Partial<Session> = {}): Session {
  return aSession({
    status: "pending",
    started_at: null,
    ended_at: null,
    duration_s: null,
    end_reason: null,
    title: null,
    message_count: 0,
    ...fields,
  });
}

export function aMessage(fields: Partial<Message> = {}): Message {
  return {
    id: "m1",
    role: "assistant",
    text: "The store opens at ten.",
    started_s: 8.1,
    ended_s: 10.4,
    interrupted: false,
    via: "voice",
    speaker: null,
    ...fields,
  };
}

export function aScore(fields: Partial<Score> = {}): Score {
  return { metric: "goal_completion", value: 4, reason: "Every question was answered.", message_ids: [], ...fields };
}

export function anEvaluation(fields: Partial<Evaluation> = {}): Evaluation {
  return {
    status: "judged",
    judge: { name: "rules", kind: "rules", version: "1" },
    changed_at: "2026-11-20T05:08:30.000Z",
    messages: 4,
    scores: [aScore()],
    overall: 4,
    flags: [],
    failure: null,
    ...fields,
  };
}

export function aDaySum(fields: Partial<DaySum> = {}): DaySum {
  return {
    sessions: 0,
    failed: 0,
    messages: 0,
    duration_s: 0,
    turns: 0,
    interrupted: 0,
    incidents: 0,
    voice_to_voice: { count: 0, p50_s: null, p95_s: null },
    usd_micros: 0,
    usd_micros_by_part: {},
    on_aws_usd_micros: 0,
    is_whole: true,
    on_aws_is_whole: true,
    opinions: { judged: 0, judged_by_rules: 0, judges: {}, means: {}, thumbs_up: 0, thumbs_down: 0, compared: 0, agreed: 0 },
    slowest: [],
    failed_session_ids: [],
    ...fields,
  };
}

export function aTurn(fields: Partial<Turn> = {}): Turn {
  return {
    id: "m1",
    answer_ids: ["m2"],
    via: "voice",
    heard_from_s: 3,
    heard_until_s: 5,
    understood_s: 5.3,
    decided_s: 5.5,
    thinking_from_s: 5.3,
    thought_s: 5.6,
    voicing_from_s: 5.7,
    voiced_s: 5.8,
    answered_s: 5.9,
    answered_until_s: 8,
    voice_to_voice_s: 0.9,
    hearing_s: 0.3,
    deciding_s: 0.5,
    thinking_s: 0.3,
    voicing_s: 0.1,
    interrupted: false,
    incidents: [],
    ...fields,
  };
}

export function aCostLine(fields: Partial<CostLine> = {}): CostLine {
  return { part: "ears", provider: "aws", model: "", usd_micros: 0, is_sure: true, sources: [], ...fields };
}

export function aUsage({ cost = [], on_aws = [] }: { cost?: CostLine[]; on_aws?: CostLine[] } = {}): Usage {
  const costOf = (lines: CostLine[]) => ({
    usd_micros: lines.reduce((sum, { usd_micros }) => sum + (usd_micros ?? 0), 0),
    is_whole: lines.every(({ usd_micros }) => usd_micros !== null),
    is_sure: lines.every(({ is_sure }) => is_sure),
    lines,
  });
  return {
    uses: [],
    listened_s: 60,
    participant_s: 120,
    recorded_s: 60,
    made_minutes: 4,
    stored_bytes: 1_000_000,
    host: "aws",
    region: "ap-northeast-1",
    cost: costOf(cost),
    on_aws: costOf(on_aws),
  };
}

export function aRecordingPart(fields: Partial<RecordingPart> = {}): RecordingPart {
  return {
    attempt: 1,
    kind: "audio",
    offset_s: 0,
    duration_s: 372,
    status: "ready",
    failure: null,
    failure_words: null,
    ...fields,
  };
}

export function aRecording(fields: Partial<Recording> = {}): Recording {
  return { status: "ready", percent: null, missing: [], parts: [aRecordingPart()], ...fields };
}

/** A recording on its way. */
export function anUnfinishedRecording(part: Partial<RecordingPart>, percent: number | null = null): Recording {
  return aRecording({ status: "processing", percent, parts: [aRecordingPart(part)] });
}

export function aPart(fields: Partial<PlaybackPart> = {}): PlaybackPart {
  const folder = `/media/s1/00${fields.attempt ?? 1}`;
  return {
    attempt: 1,
    kind: "audio",
    offset_s: 0,
    duration_s: 372,
    master_url: `${folder}/master.m3u8`,
    signed_master_url: "/api/sessions/s1/playback/1/master.m3u8?signature=x",
    peaks_url: `${folder}/peaks.json`,
    captions_url: null,
    mix_url: `${folder}/mix.m4a`,
    dual_url: `${folder}/dual.m4a`,
    sprite_url: null,
    poster_url: null,
    ...fields,
  };
}
