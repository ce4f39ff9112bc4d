/** Days and talks as rows, by the names that the API has: those do not change with the page's language. */
import type { CountedTalk, Day } from "@/api/types";
import type { Row } from "@/components/csv";

import { listJudges } from "../judges";

const METRICS = [
  "faithfulness",
  "goal_completion",
  "response_relevance",
  "sentiment_start",
  "sentiment_end",
  "sentiment_lowest",
  "interruptions_handled",
  "language_kept",
] as const;

export function dayRow(told: Day): Row {
  const { day, sessions, failed, messages, duration_s, turns, interrupted, incidents, voice_to_voice, opinions } = told;
  return {
    day,
    sessions,
    failed,
    messages,
    duration_s,
    turns,
    interrupted,
    incidents,
    voice_to_voice_p50_s: voice_to_voice.p50_s,
    voice_to_voice_p95_s: voice_to_voice.p95_s,
    usd: inUsd(told.usd_micros),
    on_aws_usd: inUsd(told.on_aws_usd_micros),
    usd_is_whole: told.is_whole,
    on_aws_usd_is_whole: told.on_aws_is_whole,
    judged: opinions.judged,
    judged_by_rules: opinions.judged_by_rules,
    judged_by: listJudges(opinions.judges),
    ...Object.fromEntries(METRICS.map((metric) => [metric, opinions.means[metric]?.mean ?? null])),
    thumbs_up: opinions.thumbs_up,
    thumbs_down: opinions.thumbs_down,
    compared: opinions.compared,
    agreed: opinions.agreed,
  };
}

/** What was not counted yet is left empty. */
export function talkRow({ session, figures }: CountedTalk): Row {
  return {
    id: session.id,
    title: session.title,
    status: session.status,
    end_reason: session.end_reason,
    failure_reason: session.failure_reason,
    language: session.language,
    persona_id: session.persona_id,
    persona_name: session.persona_name,
    started_at: session.started_at,
    ended_at: session.ended_at,
    duration_s: session.duration_s,
    messages: session.message_count,
    turns: figures?.turns ?? null,
    interrupted: figures?.interrupted ?? null,
    incidents: figures?.incidents ?? null,
    voice_to_voice_p50_s: figures?.voice_to_voice.p50_s ?? null,
    voice_to_voice_p95_s: figures?.voice_to_voice.p95_s ?? null,
    usd: figures && inUsd(figures.usd_micros),
    on_aws_usd: figures && inUsd(figures.on_aws_usd_micros),
    usd_is_whole: figures?.is_whole ?? null,
    on_aws_usd_is_whole: figures?.on_aws_is_whole ?? null,
    judged_by: figures?.judged_by ?? null,
    ...Object.fromEntries(METRICS.map((metric) => [metric, figures?.scores[metric] ?? null])),
    thumbs_up: figures?.thumbs_up ?? null,
    thumbs_down: figures?.thumbs_down ?? null,
  };
}

function inUsd(micros: number): number {
  return micros / 1_000_000;
}
