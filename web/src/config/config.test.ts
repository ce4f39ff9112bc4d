import { http, HttpResponse } from "msw";
import { expect, it } from "vitest";

import { server } from "@/testing/server";

import { ConfigMissing, loadConfig } from "./config";

const CONFIG = { sign_in_origin: "http://localhost:8090", client_id: "c1", stage: "local" };

function deployed(answer: Response) {
  server.use(http.get("/config.json", () => answer));
}

it("reads what the deploy has written beside the page", async () => {
  deployed(HttpResponse.json(CONFIG));

  await expect(loadConfig()).resolves.toEqual(CONFIG);
});

it("names the setting that is missing", async () => {
  deployed(HttpResponse.json({ ...CONFIG, client_id: "" }));

  await expect(loadConfig()).rejects.toThrow(/client_id/);
});

it.each([
  ["there is none", new Response(null, { status: 404 })],
  ["a page stands in its place", HttpResponse.html("<!doctype html>")],
  ["it cannot be reached", HttpResponse.error()],
])("is missing when %s", async (_case, answer) => {
  deployed(answer);

  await expect(loadConfig()).rejects.toBeInstanceOf(ConfigMissing);
});
