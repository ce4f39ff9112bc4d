/** Around every test: no network, and no complaint goes unheard. */
import { afterAll, afterEach, beforeAll, expect, vi } from "vitest";

import { server } from "./server";

// What React or a library complains of is a defect, so it fails the test that caused it.
const complaints: unknown[] = [];
vi.stubGlobal("console", { ...console, error: (...complaint: unknown[]) => complaints.push(complaint) });

beforeAll(() => {
  server.listen({ onUnhandledFrame: "error" });
});

afterEach(() => {
  server.resetHandlers();
  expect(complaints.splice(0)).toEqual([]);
});

afterAll(() => {
  server.close();
});
