/** What the talks of each day were like, behind its real address. */
import { http, HttpResponse, type HttpHandler } from "msw";

import type { CountedTalk, Days } from "@/api/types";

import { aDaySum } from "./examples";

export class FakeDays {
  told: Days = { days: [], all: aDaySum() };
  /** The talks of them, a page each. */
  talks: CountedTalk[][] = [[]];
  /** Set to let a page of talks wait. */
  holdTalks: Promise<void> = Promise.resolve();
  /** The queries with which they were asked for. */
  readonly asked: string[] = [];

  handlers(): HttpHandler[] {
    return [
      http.get("/api/usage", ({ request }) => {
        this.asked.push(new URL(request.url).searchParams.toString());
        return HttpResponse.json(this.told);
      }),
      http.get("/api/usage/talks", async ({ request }) => {
        const page = Number(new URL(request.url).searchParams.get("cursor") ?? 0);
        await (page === 0 ? undefined : this.holdTalks);
        const next = page + 1 < this.talks.length ? String(page + 1) : null;
        return HttpResponse.json({ items: this.talks[page], next_cursor: next });
      }),
    ];
  }
}
