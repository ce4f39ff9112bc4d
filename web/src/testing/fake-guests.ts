/** Invitations and the people whom they bring, in memory. */
import { http, HttpResponse, type HttpHandler } from "msw";

import type { Speaker } from "@/api/types";

import { problem } from "./problem";

const HOST: Speaker = { identity: "person-1", role: "host", number: 0, label: null };

interface Entry {
  label: string | null;
  recording_consent: boolean;
}

export class FakeGuests {
  /** By which one comes in, of the talk s1. */
  readonly secret = "s1-guest";
  recorded = true;
  speakers: Speaker[] = [HOST];
  /** What each who came in said of themselves. */
  readonly entries: Entry[] = [];
  /** Set to refuse whoever wants to come in. */
  refusal: { status: number; code: string } | null = null;

  handlers(): HttpHandler[] {
    return [
      http.get("/api/sessions/:id/speakers", () => HttpResponse.json({ items: this.speakers })),
      http.post("/api/sessions/:id/invitations", () =>
        HttpResponse.json({ id: "i1", url: `/join/${this.secret}`, created_at: AT, expires_at: AT }, { status: 201 }),
      ),
      http.get("/api/invitations/:secret", ({ params }) =>
        params["secret"] === this.secret ? HttpResponse.json(this.#told()) : problem(404, "invitation_not_found"),
      ),
      http.post("/api/invitations/:secret/passes", ({ request }) => this.#enter(request)),
    ];
  }

  #told() {
    return { persona_name: "Mina", language: "en-US", recorded: this.recorded, speakers: { items: this.speakers } };
  }

  async #enter(request: Request): Promise<Response> {
    if (this.refusal !== null) {
      return problem(this.refusal.status, this.refusal.code);
    }
    const entry = (await request.json()) as Entry;
    this.entries.push(entry);
    const pass = { livekit_url: "ws://localhost:7880", token: "a-guests-pass", token_expires_at: AT };
    return HttpResponse.json({ ...pass, identity: "guest-1" }, { status: 201 });
  }
}

const AT = "2126-11-20T05:12:00.000Z";
