import { http, HttpResponse } from "msw";
import { describe, expect, it } from "vitest";

import { problem } from "@/testing/fake-backend";
import { server } from "@/testing/server";

import { body, createApi, type ApiOptions } from "./client";
import { ownProblem } from "./problem";

function apiAnswering(answer: (request: Request) => Response | Promise<Response>, options: Partial<ApiOptions> = {}) {
  server.use(http.get("/api/me", ({ request }) => answer(request)));
  const api = createApi({ accessToken: () => Promise.resolve("t1"), onRefused: () => undefined, ...options });
  return async (signal?: AbortSignal) => body(await api.GET("/api/me", signal ? { signal } : {}));
}

describe("a call of the API", () => {
  it("carries the person's access token", async () => {
    const read = apiAnswering((request) => HttpResponse.json({ person_id: request.headers.get("Authorization") }));

    await expect(read()).resolves.toEqual({ person_id: "Bearer t1" });
  });

  it("throws what problem+json says", async () => {
    const read = apiAnswering(() => problem(503, "store_unavailable"));

    await expect(read()).rejects.toMatchObject({ code: "store_unavailable", status: 503, requestId: "r-1", retryable: true });
  });

  it("keeps the status of an answer that is no problem+json", async () => {
    const read = apiAnswering(() => HttpResponse.html("<h1>Bad gateway</h1>", { status: 502 }));

    await expect(read()).rejects.toMatchObject({ code: "unreadable_answer", status: 502 });
  });

  it("tells the sign-in that the gateway refuses the token", async () => {
    let refused = 0;
    const read = apiAnswering(() => HttpResponse.json({ message: "Unauthorized" }, { status: 401 }), {
      onRefused: () => (refused += 1),
    });

    await expect(read()).rejects.toMatchObject({ code: "signed_out", retryable: false });
    expect(refused).toBe(1);
  });

  it("is not sent while nobody is signed in", async () => {
    const read = apiAnswering(() => HttpResponse.json({}), { accessToken: () => Promise.reject(ownProblem("signed_out")) });

    await expect(read()).rejects.toMatchObject({ code: "signed_out", status: 0 });
  });

  it("gives up after its time", async () => {
    const read = apiAnswering(() => new Promise<Response>(() => undefined), { timeoutMs: 1 });

    await expect(read()).rejects.toMatchObject({ code: "timed_out", retryable: true });
  });

  it("says when EchoSphere cannot be reached", async () => {
    const read = apiAnswering(() => HttpResponse.error());

    await expect(read()).rejects.toMatchObject({ code: "unreachable", retryable: true });
  });

  it("ends without a problem when its caller leaves", async () => {
    const caller = new AbortController();
    const read = apiAnswering(() => {
      caller.abort();
      return new Promise<Response>(() => undefined);
    });

    await expect(read(caller.signal)).rejects.toMatchObject({ name: "AbortError" });
  });
});
