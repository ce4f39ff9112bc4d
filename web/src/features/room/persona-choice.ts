/** With whom the next talk is: whoever was chosen last, as long as there is such a persona. */
import type { Persona } from "@/api/types";
import { recall, remember } from "@/config/remembered";

/** The one that comes with the product. */
export const BUILT_IN = "echosphere";

const KEY = "echosphere.persona";

export function chosenPersona(personas: readonly Persona[], id = recall(KEY)): Persona | undefined {
  return personas.find((persona) => persona.id === id) ?? personas[0];
}

/** Whom the browser remembers, as long as nobody knows who there is. */
export function rememberedPersona(): string {
  return recall(KEY) ?? BUILT_IN;
}

export function rememberPersona(id: string): void {
  remember(KEY, id);
}
