import type { Session } from "@/api/types";

/** With whom one may have talked. */
export interface Partner {
  id: string;
  name: string;
}

/** Those one can talk with now, and those of the talks that are shown: a persona may be gone, its talks are not. */
export function partnersOf(personas: readonly Partner[], sessions: readonly Session[]): Partner[] {
  const named = new Map(personas.map(({ id, name }) => [id, name]));
  for (const { persona_id: id, persona_name: name } of sessions) {
    if (!named.has(id)) {
      named.set(id, name);
    }
  }
  return [...named].map(([id, name]) => ({ id, name }));
}
