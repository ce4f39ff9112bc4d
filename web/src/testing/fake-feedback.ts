/** What people say of a talk, behind its real address. */
import { http, HttpResponse, type HttpHandler } from "msw";

import type { OneFeedback } from "@/api/types";

import { problem } from "./problem";

export class FakeFeedback {
  mine: OneFeedback | null = null;
  others: OneFeedback[] = [];
  /** Whoever reads talks and gives no feedback. */
  isViewer = false;

  handlers(): HttpHandler[] {
    return [
      http.get("/api/sessions/:id/feedback", () => this.#told()),
      http.put("/api/sessions/:id/feedback", ({ request }) => this.#put(request)),
      http.delete("/api/sessions/:id/feedback", () => this.#delete()),
    ];
  }

  #told(): Response {
    return HttpResponse.json({ mine: this.mine, others: this.others });
  }

  async #put(request: Request): Promise<Response> {
    if (this.isViewer) {
      return problem(403, "role_too_low");
    }
    const said = (await request.json()) as Pick<OneFeedback, "thumb" | "note">;
    this.mine = { ...said, note: said.note.trim(), changed_at: "2026-11-20T05:30:00.000Z" };
    return this.#told();
  }

  #delete(): Response {
    this.mine = null;
    return new HttpResponse(null, { status: 204 });
  }
}
