/** What the talks of each day were like, behind its real address. */
import { http, HttpResponse, type HttpHandler } from "msw";

import type { Days } from "@/api/types";

import { aDaySum } from "./examples";

export class FakeDays {
  told: Days = { days: [], all: aDaySum() };
  /** The queries with which they were asked for. */
  readonly asked: string[] = [];

  handlers(): HttpHandler[] {
    return [
      http.get("/api/usage", ({ request }) => {
        this.asked.push(new URL(request.url).searchParams.toString());
        return HttpResponse.json(this.told);
      }),
    ];
  }
}
