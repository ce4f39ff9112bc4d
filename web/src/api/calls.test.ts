import { http, HttpResponse } from "msw";
import { expect, it } from "vitest";

import { server } from "@/testing/server";

import { callsThrough } from "./calls";

const api = callsThrough((request) => fetch(request));

it("an address is filled with what it names, whatever letters that has", async () => {
  server.use(http.get("/api/sessions/:id", ({ params }) => HttpResponse.json({ id: params["id"] })));

  const { data } = await api.GET("/api/sessions/{session_id}", { params: { path: { session_id: "a/b 字" } } });

  expect(data).toEqual({ id: "a/b 字" });
});

it("what is asked for goes into the address, and what is not said stays away", async () => {
  const asked: string[] = [];
  server.use(http.get("/api/sessions", ({ request }) => {
    asked.push(new URL(request.url).search);
    return HttpResponse.json({ items: [], next_cursor: null });
  }));

  await api.GET("/api/sessions", { params: { query: { limit: 5, cursor: "x&y=z", persona_id: null } } });

  expect(asked).toEqual(["?limit=5&cursor=x%26y%3Dz"]);
});

it("an answer without a body has no data", async () => {
  server.use(http.delete("/api/sessions/s1", () => new HttpResponse(null, { status: 204 })));

  const { data, response } = await api.DELETE("/api/sessions/{session_id}", { params: { path: { session_id: "s1" } } });

  expect(data).toBeUndefined();
  expect(response.status).toBe(204);
});

it("a body is JSON, beside the headers of the call", async () => {
  server.use(http.post("/api/personas", async ({ request }) =>
    HttpResponse.json({ ...((await request.json()) as object), key: request.headers.get("idempotency-key") }),
  ));

  const { data } = await api.POST("/api/personas", {
    params: { header: { "idempotency-key": "k" } },
    body: { name: "Mina", instructions: "", languages: ["pt-BR"], recorded: true },
  });

  expect(data).toMatchObject({ name: "Mina", key: "k" });
});
