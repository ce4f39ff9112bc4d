import type { Day } from "@/api/types";
import { inMs } from "@/i18n/in-ms";

import { sayJudges } from "./judges";
import { sayCost } from "./say-cost";

interface Words {
  /** What the page calls plain rules. */
  rules: string;
  /** Of a cost in which a price is unknown. */
  atLeast: (value: string) => string;
}

/** What the table tells of a day, in the page's language. */
export function columnsOf(language: string, { rules, atLeast }: Words) {
  const count = new Intl.NumberFormat(language);
  const mean = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const ms = (seconds: number | null) => (seconds === null ? "–" : inMs(seconds, language));
  const score = (value: number | null | undefined) => (value === null || value === undefined ? "–" : mean.format(value));
  const how = { language, atLeast };
  const column = <T extends string>(name: T, of: (day: Day) => string) => ({ name, of });
  return [
    column("talks", ({ sessions }) => count.format(sessions)),
    column("failed", ({ failed }) => count.format(failed)),
    column("p50", ({ voice_to_voice }) => ms(voice_to_voice.p50_s)),
    column("p95", ({ voice_to_voice }) => ms(voice_to_voice.p95_s)),
    column("turns", ({ turns }) => count.format(turns)),
    column("interrupted", ({ interrupted }) => count.format(interrupted)),
    column("incidents", ({ incidents }) => count.format(incidents)),
    column("cost_here", ({ usd_micros, is_whole }) => sayCost(usd_micros, is_whole, how)),
    column("cost_on_aws", ({ on_aws_usd_micros, on_aws_is_whole }) => sayCost(on_aws_usd_micros, on_aws_is_whole, how)),
    column("goal_completion", ({ opinions }) => score(opinions.means.goal_completion?.mean)),
    column("response_relevance", ({ opinions }) => score(opinions.means.response_relevance?.mean)),
    column("faithfulness", ({ opinions }) => score(opinions.means.faithfulness?.mean)),
    column("sentiment_end", ({ opinions }) => score(opinions.means.sentiment_end?.mean)),
    column("judged_by", ({ opinions }) => sayJudges(opinions.judges, { language, rules }) ?? "–"),
    column("thumbs", ({ opinions }) => `${count.format(opinions.thumbs_up)} / ${count.format(opinions.thumbs_down)}`),
  ] as const;
}
