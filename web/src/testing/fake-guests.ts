/** Invitations and the people whom they bring, in memory. */
import { http, HttpResponse, type HttpHandler } from "msw";

import type { SharedLink, Speaker } from "@/api/types";

import { problem } from "./problem";

const HOST: Speaker = { identity: "person-1", role: "host", number: 0, label: null };

interface Entry {
  label: string | null;
  recording_consent: boolean;
  guest_key: string | null;
}

export class FakeGuests {
  /** By which one comes in, of the talk s1. */
  readonly secret = "s1-guest";
  recorded = true;
  speakers: Speaker[] = [HOST];
  invitations: SharedLink[] = [];
  /** Who was sent out. */
  readonly removed: string[] = [];
  /** What each who came in said of themselves. */
  readonly entries: Entry[] = [];
  /** Set to refuse whoever wants to come in. */
  refusal: { status: number; code: string } | null = null;

  handlers(): HttpHandler[] {
    return [
      http.get("/api/sessions/:id/speakers", () => HttpResponse.json({ items: this.speakers })),
      http.delete("/api/sessions/:id/speakers/:identity", ({ params }) => {
        this.removed.push(String(params["identity"]));
        return new HttpResponse(null, { status: 204 });
      }),
      http.get("/api/sessions/:id/invitations", () => HttpResponse.json({ items: this.invitations })),
      http.post("/api/sessions/:id/invitations", () => this.#invite()),
      http.delete("/api/sessions/:id/invitations/:invitation", ({ params }) => {
        this.invitations = this.invitations.filter(({ id }) => id !== params["invitation"]);
        return new HttpResponse(null, { status: 204 });
      }),
      http.get("/api/invitations/:secret", ({ params }) =>
        params["secret"] === this.secret ? HttpResponse.json(this.#told()) : problem(404, "invitation_not_found"),
      ),
      http.post("/api/invitations/:secret/passes", ({ request }) => this.#enter(request)),
    ];
  }

  #invite(): Response {
    const invitation = { id: `i${this.invitations.length + 1}`, created_at: AT, expires_at: AT };
    this.invitations.push(invitation);
    return HttpResponse.json({ ...invitation, url: `/join/${this.secret}` }, { status: 201 });
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
    return HttpResponse.json({ ...pass, identity: "guest-1", guest_key: "a-guests-key" }, { status: 201 });
  }
}

const AT = "2126-11-20T05:12:00.000Z";
