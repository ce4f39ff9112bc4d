/** What each part of a talk cost, and what it would cost on AWS, side by side. */
import type { CostLine, Usage } from "@/api/types";

export interface CostRow {
  part: CostLine["part"];
  /** Who did it: "aws neural". */
  who: string;
  /** Null: its price is unknown. */
  usdMicros: number | null;
  onAwsMicros: number | null;
}

const PARTS = ["ears", "brain", "voice", "judge", "transcoding", "storage"] as const;

export function costRowsOf({ cost, on_aws }: Usage): CostRow[] {
  return PARTS.flatMap((part) => {
    const lines = cost.lines.filter((line) => line.part === part);
    if (lines.length === 0) {
      return [];
    }
    const who = lines.map(({ provider, model }) => `${provider} ${model}`.trim()).join(", ");
    const there = on_aws.lines.filter((line) => line.part === part);
    return [{ part, who, usdMicros: sum(lines), onAwsMicros: sum(there) }];
  });
}

function sum(lines: CostLine[]): number | null {
  return lines.reduce<number | null>(
    (all, { usd_micros }) => (all === null || usd_micros === null ? null : all + usd_micros),
    0,
  );
}
