/** A copy of one's data, as the API makes it. */
import { http, HttpResponse, type HttpHandler } from "msw";

import type { DataExport } from "@/api/types";

import { problem } from "./problem";

export class FakeExport {
  state: DataExport | null = null;
  /** How often one asked for it. */
  asked = 0;

  handlers(): HttpHandler[] {
    return [
      http.post("/api/me/export", () => this.#ask()),
      http.get("/api/me/export", () =>
        this.state === null ? problem(404, "not_found") : HttpResponse.json(this.state),
      ),
    ];
  }

  become(fields: Partial<DataExport>): void {
    this.state = { status: "making", asked_at: "2026-11-20T05:02:00.000Z", expires_at: "2026-11-27T05:02:00.000Z", talks: 0, files: [], ...fields };
  }

  #ask(): Response {
    this.asked += 1;
    this.become({});
    return HttpResponse.json(this.state, { status: 202 });
  }
}
