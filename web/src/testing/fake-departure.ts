/** Leaving, as the API plays it: a few talks each time one asks, and then nobody is known any more. */
import { http, HttpResponse, type HttpHandler } from "msw";

import { problem } from "./problem";

const ASKED_AT = "2026-11-20T05:02:00.000Z";

export class FakeDeparture {
  state: "stays" | "leaving" | "gone" = "stays";
  talksDeleted = 0;
  /** How often one asked to leave. */
  asked = 0;

  handlers(): HttpHandler[] {
    return [
      http.delete("/api/me", () => this.#leave()),
      http.get("/api/me/departure", () => this.#progress()),
      http.all("/api/*", () => (this.state === "stays" ? undefined : problem(401, "person_gone"))),
    ];
  }

  #leave(): Response {
    this.asked += 1;
    this.state = "leaving";
    return this.#told(202);
  }

  #progress(): Response {
    return this.state === "gone" ? problem(401, "person_gone") : this.#told(200);
  }

  #told(status: number): Response {
    return HttpResponse.json({ asked_at: ASKED_AT, talks_deleted: this.talksDeleted }, { status });
  }
}
