/** The personas of the workspace in memory, behind their real addresses. */
import { http, HttpResponse, type HttpHandler } from "msw";

import type { Persona, PersonaDraft } from "@/api/types";

import { aPersona, ECHOSPHERE } from "./examples";
import { problem } from "./problem";

export class FakePersonas {
  /** Those that people made. */
  own: Persona[] = [];

  handlers(): HttpHandler[] {
    return [
      http.get("/api/personas", () => {
        const items = this.own.length > 0 ? this.own : [ECHOSPHERE];
        return HttpResponse.json({ items, next_cursor: null });
      }),
      http.post("/api/personas", async ({ request }) => {
        const made = this.#saved(`p${this.own.length + 1}`, (await request.json()) as PersonaDraft);
        this.own.push(made);
        return HttpResponse.json(made, { status: 201 });
      }),
      http.put("/api/personas/:id", async ({ params, request }) => {
        const changed = this.#saved(String(params["id"]), (await request.json()) as PersonaDraft);
        const known = this.own.some(({ id }) => id === changed.id);
        this.own = this.own.map((persona) => (persona.id === changed.id ? changed : persona));
        return known ? HttpResponse.json(changed) : problem(404, "persona_not_found");
      }),
      http.delete("/api/personas/:id", ({ params }) => {
        this.own = this.own.filter(({ id }) => id !== params["id"]);
        return new HttpResponse(null, { status: 204 });
      }),
    ];
  }

  find(id: string | undefined): Persona | undefined {
    return [ECHOSPHERE, ...this.own].find((persona) => persona.id === (id ?? ECHOSPHERE.id));
  }

  #saved(id: string, draft: PersonaDraft): Persona {
    return aPersona({ ...draft, id });
  }
}
