/**
 * Calls by method and address, typed by the OpenAPI file. The types are openapi-fetch's; of its code the page would use
 * a twentieth, and every first view would wait for all of it.
 */
import type { Client } from "openapi-fetch";

import type { paths } from "./schema.generated";

export type Api = Pick<Client<paths>, "GET" | "POST" | "PUT" | "PATCH" | "DELETE">;

type Values = Record<string, string | number | boolean | null | undefined>;

interface Options {
  params?: { path?: Values; query?: Values; header?: Values };
  body?: unknown;
  signal?: AbortSignal | null;
}

/** `send` throws for whatever is no answer to expect. */
export function callsThrough(send: (request: Request) => Promise<Response>): Api {
  const by = (method: string) => async (path: string, options: Options = {}) => {
    const response = await send(requestOf(method, path, options));
    const text = await response.text();
    return { response, data: text === "" ? undefined : (JSON.parse(text) as unknown) };
  };
  const calls = { GET: by("GET"), POST: by("POST"), PUT: by("PUT"), PATCH: by("PATCH"), DELETE: by("DELETE") };
  // What an address takes and gives stands in the OpenAPI file alone.
  return calls as unknown as Api;
}

function requestOf(method: string, path: string, { params = {}, body, signal = null }: Options): Request {
  const address = new URL(path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params.path?.[name]))), window.location.origin);
  for (const [name, value] of given(params.query)) {
    address.searchParams.set(name, value);
  }
  const headers = new Headers(given(params.header));
  if (body !== undefined) {
    headers.set("content-type", "application/json");
  }
  return new Request(address, { method, headers, signal, body: body === undefined ? null : JSON.stringify(body) });
}

function given(values: Values = {}): [string, string][] {
  return Object.entries(values).flatMap(([name, value]) => (value == null ? [] : [[name, String(value)]]));
}
