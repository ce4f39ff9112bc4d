import { HttpResponse } from "msw";

/** A refusal as the API gives it. */
export function problem(status: number, code: string): Response {
  return HttpResponse.json(
    { type: `urn:echosphere:problem:${code}`, title: code, status, detail: code, code, request_id: "r-1" },
    { status, headers: { "Content-Type": "application/problem+json" } },
  );
}
