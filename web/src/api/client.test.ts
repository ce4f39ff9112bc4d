import { http, HttpResponse } from "msw";
import { describe, expect, it } from "vitest";

import { problem } from "@/testing/problem";
import { server } from "@/testing/server";

import { body, createApi, type ApiOptions } from "./client";
import { ownProblem } from "./problem";

function apiAnswering(answer: (request: Request) => Response | Promise<Response>, options: Partial<ApiOptions> = {}) {
  server.use(http.get("/api/me", ({ request }) => answer(request)));
  const api = createApi({
    accessToken: () => Promise.resolve("t1"),
    renewedToken: () => Promise.resolve("t2"),
    onRefused: () => undefined,
    ...options,
  });
  return async (signal?: AbortSignal) => body(await api.GET("/api/me", signal ? { signal } : {}));
}

describe("a call of the API", () => {
  it("carries the person's access token", async () => {
    const read = apiAnswering((request) => HttpResponse.json({ person_id: request.headers.get("Authorization") }));

    await expect(read()).resolves.toEqual({ person_id: "Bearer t1" });
  });

  it("is a trace of its own", async () => {
    const read = apiAnswering((request) => HttpResponse.json({ person_id: request.headers.get("traceparent") }));

    const [first, second] = [await read(), await read()].map(({ person_id }) => person_id);

    expect(first).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    expect(second).not.toBe(first);
  });

  it("throws what problem+json says", async () => {
    const read = apiAnswering(() => problem(503, "store_unavailable"));

    await expect(read()).rejects.toMatchObject({ code: "store_unavailable", status: 503, requestId: "r-1", retryable: true });
  });

  it("keeps the status of an answer that is no problem+json", async () => {
    const read = apiAnswering(() => HttpResponse.html("<h1>Bad gateway</h1>", { status: 502 }));

    await expect(read()).rejects.toMatchObject({ code: "unreadable_answer", status: 502 });
  });

  it("is made again with a renewed token when the gateway refuses the first", async () => {
    const refused: string[] = [];
    server.use(
      http.post("/api/token", async ({ request }) =>
        request.headers.get("Authorization") === "Bearer t2"
          ? HttpResponse.json(await request.json())
          : HttpResponse.json({ message: "Unauthorized" }, { status: 401 }),
      ),
    );
    const api = createApi({
      accessToken: () => Promise.resolve("t1"),
      renewedToken: (token) => {
        refused.push(token);
        return Promise.resolve("t2");
      },
      onRefused: () => { throw new Error("refused"); },
    });

    const { data } = await api.POST("/api/token", { body: { session_id: "s1" } });

    expect(data).toEqual({ session_id: "s1" });
    expect(refused).toEqual(["t1"]);
  });

  it("tells the sign-in when the gateway refuses the renewed token too", async () => {
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
