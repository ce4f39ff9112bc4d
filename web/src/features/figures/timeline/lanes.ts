/** What the timeline draws: who spoke when, what the agent was at meanwhile, and where somebody was cut short. */
import type { Message, Turn } from "@/api/types";

export const LANES = ["person", "deciding", "thinking", "voicing", "agent"] as const;
export type Lane = (typeof LANES)[number];

/** Seconds of the talk. */
export interface Stretch {
  key: string;
  fromS: number;
  toS: number;
}

export type Lanes = Record<Lane, Stretch[]>;

export interface Span {
  fromS: number;
  toS: number;
}

/** What was said aloud is there from its first to its last sound, also where no turn belongs to it. */
export function lanesOf(turns: readonly Turn[], messages: readonly Message[]): Lanes {
  const measured = new Map(turns.map((turn) => [turn.id, turn]));
  const spoken = messages.filter(({ via, role }) => role === "assistant" || (role === "user" && via === "voice"));
  return {
    person: spoken
      .filter(({ role }) => role === "user")
      .map((message) => {
        const turn = measured.get(message.id);
        return stretch(message.id, turn?.heard_from_s ?? message.started_s, turn?.heard_until_s ?? message.ended_s);
      })
      .filter(isThere),
    deciding: turns.map(({ id, heard_until_s, decided_s }) => stretch(id, heard_until_s, decided_s)).filter(isThere),
    thinking: turns.map(({ id, thinking_from_s, thought_s }) => stretch(id, thinking_from_s, thought_s)).filter(isThere),
    voicing: turns.map(({ id, voicing_from_s, voiced_s }) => stretch(id, voicing_from_s, voiced_s)).filter(isThere),
    agent: spoken
      .filter(({ role }) => role === "assistant")
      .map(({ id, started_s, ended_s }) => stretch(id, started_s, ended_s))
      .filter(isThere),
  };
}

/** Where the answer to each question lies, from the first sound of the one to the last of the other. */
export function stretchOf(turn: Turn): Span {
  return { fromS: turn.heard_from_s, toS: turn.answered_until_s ?? turn.answered_s ?? turn.heard_until_s };
}

/** Where somebody was cut short. */
export function cutsOf(messages: readonly Message[]): { key: string; atS: number }[] {
  return messages.filter(({ interrupted }) => interrupted).map(({ id, ended_s }) => ({ key: id, atS: ended_s }));
}

function stretch(key: string, fromS: number | null, toS: number | null): Stretch | null {
  return fromS === null || toS === null ? null : { key, fromS, toS };
}

function isThere(one: Stretch | null): one is Stretch {
  return one !== null;
}
