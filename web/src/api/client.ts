/** The one HTTP client: signs each call, bounds its time, and throws typed problems. */
import { callsThrough, type Api } from "./calls";
import { Problem, ownProblem, problemFrom, UNAUTHORIZED } from "./problem";
import { newTraceparent } from "./traceparent";

export type { Api };

/** A cold start behind the API takes a few seconds; API Gateway itself gives up after 30. */
const TIMEOUT_MS = 20_000;

/** The answer to If-None-Match: what one has still holds. */
export const NOT_MODIFIED = 304;

export interface ApiOptions {
  /** Raises the Problem `signed_out` when nobody is signed in. */
  accessToken: () => Promise<string>;
  /** A token in place of one that the gateway refused before its time. Raises the Problem `signed_out`. */
  renewedToken: (refused: string) => Promise<string>;
  /** The gateway refuses the renewed token as well: the person must sign in again. */
  onRefused: () => void;
  timeoutMs?: number;
}

export function createApi({ accessToken, renewedToken, onRefused, timeoutMs = TIMEOUT_MS }: ApiOptions): Api {
  return callsThrough(async (request) => {
    const token = await accessToken();
    // A body can be sent once; the second try needs one of its own.
    const again = request.clone();
    let response = await send(signed(request, token), timeoutMs);
    if (response.status === UNAUTHORIZED) {
      response = await send(signed(again, await renewedToken(token)), timeoutMs);
    }
    if (response.status === UNAUTHORIZED) {
      onRefused();
    }
    if (!response.ok && response.status !== NOT_MODIFIED) {
      throw await problemFrom(response);
    }
    return response;
  });
}

/** For what is open to everybody: it says nothing of who asks. */
export function createPublicApi({ timeoutMs = TIMEOUT_MS }: { timeoutMs?: number } = {}): Api {
  return callsThrough(async (request) => {
    const response = await send(request, timeoutMs);
    if (!response.ok) {
      throw await problemFrom(response);
    }
    return response;
  });
}

/** The body of an answer; `createApi` has thrown already when there is none to expect. */
export function body<T>(answer: { data?: T }): T {
  if (answer.data === undefined) {
    throw ownProblem("unreadable_answer");
  }
  return answer.data;
}

function signed(request: Request, token: string): Request {
  request.headers.set("Authorization", `Bearer ${token}`);
  return request;
}

async function send(request: Request, timeoutMs: number): Promise<Response> {
  const timeout = AbortSignal.timeout(timeoutMs);
  request.headers.set("traceparent", newTraceparent());
  try {
    return await fetch(request, { signal: AbortSignal.any([request.signal, timeout]) });
  } catch (cause) {
    if (request.signal.aborted) {
      // The caller left: react-query wants its own abort back, not a problem to show.
      throw cause;
    }
    throw ownProblem(timeout.aborted ? "timed_out" : "unreachable", cause);
  }
}

export function isProblem(error: unknown): error is Problem {
  return error instanceof Problem;
}
