/** Everything that can go wrong with a call of the API, as one typed error. */
import { isRecord, textOf } from "@/config/records";

export const FORBIDDEN = 403;
export const NOT_FOUND = 404;
export const UNAUTHORIZED = 401;

/** Codes that the page itself gives; all others come from the API. */
export type OwnCode = "unreachable" | "timed_out" | "unreadable_answer" | "signed_out";

export class Problem extends Error {
  override readonly name = "Problem";
  readonly code: string;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  readonly detail: string | null;
  readonly requestId: string | null;

  constructor(fields: {
    code: string;
    status: number;
    detail?: string | null;
    requestId?: string | null;
    cause?: unknown;
  }) {
    super(fields.code, { cause: fields.cause });
    this.code = fields.code;
    this.status = fields.status;
    this.detail = fields.detail ?? null;
    this.requestId = fields.requestId ?? null;
  }

  /** Whether the same call may succeed a little later. */
  get retryable(): boolean {
    if (this.status === 0) {
      return this.code !== "signed_out";
    }
    return this.status === 429 || this.status >= 500;
  }
}

export function ownProblem(code: OwnCode, cause?: unknown): Problem {
  return new Problem({ code, status: 0, cause });
}

/** Reads problem+json; an answer that is none (a proxy's page) keeps its status. */
export async function problemFrom(response: Response): Promise<Problem> {
  if (response.status === UNAUTHORIZED) {
    // The gateway refuses a token before the API sees it, with a body of its own.
    return new Problem({ code: "signed_out", status: 401 });
  }
  const body: unknown = await response.json().catch(() => null);
  if (!isRecord(body) || typeof body["code"] !== "string" || typeof body["status"] !== "number") {
    return new Problem({ code: "unreadable_answer", status: response.status });
  }
  const { code, status } = body;
  return new Problem({ code, status, detail: textOf(body["detail"]), requestId: textOf(body["request_id"]) });
}
