/** The figures of one talk as files, by the names that the API has: no word of what was said, nor of a judge's reasons. */
import type { CostLine, Evaluation, Turn, Usage } from "@/api/types";
import { toCsv, type Cell, type Row } from "@/components/csv";

export const FORMATS = ["csv", "json"] as const;
export type Format = (typeof FORMATS)[number];

export const MEDIA_TYPES: Record<Format, string> = { csv: "text/csv;charset=utf-8", json: "application/json;charset=utf-8" };

export interface FiguresToExport {
  sessionId: string;
  turns: Turn[];
  usage: Usage;
  /** Undefined where no judge has spoken. */
  evaluation: Pick<Evaluation, "judge" | "scores" | "overall"> | undefined;
}

const VERSION = 1;
const TOOK = ["voice_to_voice_s", "hearing_s", "deciding_s", "thinking_s", "voicing_s"] as const;

export function contentOf(format: Format, { sessionId, turns, usage, evaluation }: FiguresToExport): string {
  if (format === "csv") return toCsv(rowsOf({ sessionId, turns, usage, evaluation }));
  const told = {
    version: VERSION,
    session_id: sessionId,
    turns,
    usage,
    judge: evaluation?.judge ?? null,
    overall: evaluation?.overall ?? null,
    scores: evaluation?.scores.map(({ metric, value }) => ({ metric, value })) ?? [],
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

/** A row for each figure, so that turns, costs and scores fit into one table. An unknown price is left empty. */
function rowsOf({ turns, usage, evaluation }: FiguresToExport): Row[] {
  return [
    ...turns.flatMap(turnRows),
    ...usage.cost.lines.map((line) => costRow("cost", line)),
    ...usage.on_aws.lines.map((line) => costRow("cost_on_aws", line)),
    ...(evaluation?.scores ?? []).map(({ metric, value }) => row({ kind: "score", figure: metric, value })),
  ];
}

function turnRows(turn: Turn, index: number): Row[] {
  const of = { kind: "turn", turn: index + 1, at_s: turn.heard_from_s };
  return [
    ...TOOK.map((figure) => row({ ...of, figure, value: turn[figure] })),
    row({ ...of, figure: "interrupted", value: Number(turn.interrupted) }),
    row({ ...of, figure: "incidents", value: turn.incidents.join(" ") }),
  ];
}

function costRow(kind: string, { part, provider, model, usd_micros }: CostLine): Row {
  return row({ kind, figure: `${part}_usd`, who: `${provider} ${model}`.trim(), value: usd_micros === null ? null : usd_micros / 1_000_000 });
}

interface Figure {
  kind: string;
  turn?: number;
  at_s?: number;
  figure: string;
  who?: string;
  value: Cell;
}

/** All have the same columns. */
function row({ kind, turn, at_s, figure, who, value }: Figure): Row {
  return { kind, turn: turn ?? null, at_s: at_s ?? null, figure, who: who ?? null, value };
}
