/** The public links of every talk, in memory. */
import { http, HttpResponse, type HttpHandler } from "msw";

import type { SharedLink, SharedTalk } from "@/api/types";

import { problem } from "./problem";

const MADE_AT = Date.parse("2026-11-21T12:00:00Z");
const HOUR_MS = 3_600_000;

interface Kept extends SharedLink {
  sessionId: string;
  secret: string;
}

export class FakeLinks {
  all: Kept[] = [];
  /** How long each link was to open, in hours. */
  readonly asked: number[] = [];
  /** The tokens that came with calls of strangers, who have none. */
  readonly tokens: (string | null)[] = [];
  /** How often the talk behind a link was asked for. */
  opened = 0;
  /** Set to make every call of a member fail. */
  refusal: { status: number; code: string } | null = null;
  /** Set to make the making or the taking back fail, while the list is told. */
  changeRefusal: { status: number; code: string } | null = null;

  /** A link that was there before. */
  add(sessionId: string, secret: string, lastsH = 24): Kept {
    const link = {
      id: `l${this.all.length + 1}`,
      sessionId,
      secret,
      created_at: new Date(MADE_AT).toISOString(),
      expires_at: new Date(MADE_AT + lastsH * HOUR_MS).toISOString(),
    };
    this.all.push(link);
    return link;
  }

  publicHandlers(told: (sessionId: string) => SharedTalk | undefined): HttpHandler[] {
    return [
      http.post("/api/shared/:secret/playback", ({ params, request }) => {
        this.opened += 1;
        this.tokens.push(request.headers.get("Authorization"));
        const link = this.all.find(({ secret }) => secret === params["secret"]);
        const talk = link && told(link.sessionId);
        return talk === undefined ? problem(404, "shared_link_not_found") : HttpResponse.json(talk);
      }),
    ];
  }

  handlers(): HttpHandler[] {
    return [
      http.all("/api/sessions/:id/links", () => refused(this.refusal)),
      http.all("/api/sessions/:id/links/:link", () => refused(this.refusal ?? this.changeRefusal)),
      http.get("/api/sessions/:id/links", ({ params }) => {
        const items = this.all.filter(({ sessionId }) => sessionId === params["id"]);
        return HttpResponse.json({ items: items.map(({ id, created_at, expires_at }) => ({ id, created_at, expires_at })) });
      }),
      http.post("/api/sessions/:id/links", ({ params, request }) => this.#make(String(params["id"]), request)),
      http.delete("/api/sessions/:id/links/:link", ({ params }) => {
        this.all = this.all.filter(({ id }) => id !== params["link"]);
        return new HttpResponse(null, { status: 204 });
      }),
    ];
  }

  async #make(sessionId: string, request: Request): Promise<Response> {
    if (this.changeRefusal !== null) {
      return problem(this.changeRefusal.status, this.changeRefusal.code);
    }
    const { expires_in_h: lastsH } = (await request.json()) as { expires_in_h: number };
    this.asked.push(lastsH);
    const { id, secret, created_at, expires_at } = this.add(sessionId, `secret-${this.all.length + 1}`, lastsH);
    return HttpResponse.json({ id, created_at, expires_at, url: `/shared/${secret}` }, { status: 201 });
  }
}

function refused(refusal: FakeLinks["refusal"]): Response | undefined {
  return refusal === null ? undefined : problem(refusal.status, refusal.code);
}
