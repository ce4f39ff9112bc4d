/** Who judged talks, and how many of them. */
import type { DaySum } from "@/api/types";

type Judges = DaySum["opinions"]["judges"];

/** As the API calls the judge that is no model. */
const RULES = "rules";

/** For people, who judged most first; `rules` is what plain rules are called. Null where nobody is known. */
export function sayJudges(judges: Judges, { language, rules }: { language: string; rules: string }): string | null {
  const count = new Intl.NumberFormat(language);
  const said = mostFirst(judges).map(([name, talks]) => `${name === RULES ? rules : name} (${count.format(talks)})`);
  return said.length === 0 ? null : new Intl.ListFormat(language, { type: "unit" }).format(said);
}

/** For programs, in one cell. */
export function listJudges(judges: Judges): string | null {
  return mostFirst(judges).map(([name, talks]) => `${name} ${String(talks)}`).join("; ") || null;
}

function mostFirst(judges: Judges): [string, number][] {
  return Object.entries(judges).toSorted(([, one], [, other]) => other - one);
}
