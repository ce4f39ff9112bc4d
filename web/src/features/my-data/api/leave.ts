/** Everything of the person is deleted, and one sees how far that is until nothing is left. */
import type { Api } from "@/api/client";
import { body, isProblem } from "@/api/client";
import { UNAUTHORIZED } from "@/api/problem";
import type { Departure } from "@/api/types";

/** As often as a talk that goes on is read. */
export const POLL_MS = 3_000;

/** From here on the API lets the person in nowhere else. Asked again, it is the same deletion. */
export async function leave(api: Api): Promise<Departure> {
  return body(await api.DELETE("/api/me"));
}

interface Following {
  signal: AbortSignal;
  onProgress: (departure: Departure) => void;
}

/**
 * Ends when nothing is left: then the API knows the person no more. A failure on the way is passed over, since the
 * deletion goes on without us. Raises what `signal` was aborted with.
 */
export async function followDeparture(api: Api, { signal, onProgress }: Following): Promise<void> {
  while (await isUnderWay(api, { signal, onProgress })) {
    await pause(POLL_MS);
    signal.throwIfAborted();
  }
}

async function isUnderWay(api: Api, { signal, onProgress }: Following): Promise<boolean> {
  try {
    onProgress(body(await api.GET("/api/me/departure", { signal })));
    return true;
  } catch (error) {
    if (isStranger(error)) {
      return false;
    }
    signal.throwIfAborted();
    return true;
  }
}

/** To the API, or already to the page, which was then refused a new token. */
function isStranger(error: unknown): boolean {
  return isProblem(error) && (error.status === UNAUTHORIZED || error.code === "signed_out");
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, ms); });
}
