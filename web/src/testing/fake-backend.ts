/** The API in memory, behind its real addresses. */
import { http, HttpResponse, type HttpHandler } from "msw";

import type { Evaluation, Language, Me, Message, Recording, Session, Turn, Usage } from "@/api/types";
import type { Playback, SharedTalk } from "@/api/types";

import { anEvaluation, aPart, aPendingSession, aRecording, aUsage } from "./examples";
import { FakeDays } from "./fake-days";
import { FakeDeparture } from "./fake-departure";
import { FakeFeedback } from "./fake-feedback";
import { FakeExport } from "./fake-export";
import { FakeGuests } from "./fake-guests";
import { FakeLinks } from "./fake-links";
import { FakePersonas } from "./fake-personas";
import { problem } from "./problem";

const PASS = {
  livekit_url: "ws://localhost:7880",
  token: "a-pass",
  token_expires_at: "2026-11-20T05:12:00.000Z",
};

/** What is said of a talk that is to begin. */
interface Start {
  persona_id?: string;
  language: Language;
  record: boolean;
  recording_consent: boolean;
}

export class FakeBackend {
  sessions: Session[] = [];
  /** The queries with which talks were listed. */
  readonly lists: string[] = [];
  /** How many talks one answer looks through for those that fit. */
  searched = 1_000;
  messages: Record<string, Message[]> = {};
  turns: Record<string, Turn[]> = {};
  evaluation: Evaluation = anEvaluation({ status: "nothing_to_judge", judge: null, scores: [] });
  judgedAgain = 0;
  usage: Usage = aUsage();
  readonly days = new FakeDays();
  /** What people say of every talk. */
  readonly feedback = new FakeFeedback();
  /** The talks that were started. */
  readonly starts: Start[] = [];
  /** Whom one can talk with. */
  readonly personas = new FakePersonas();
  /** A law wants one's yes before a talk is recorded; the page may be told so only when it starts one. */
  consent: "free" | "needed" | "needed_but_not_told" = "free";
  /** The key of each try to start one, failed or not. */
  readonly keys: string[] = [];
  /** The talks for which a pass was asked again. */
  readonly joins: string[] = [];
  /** The recording of every talk. */
  recording: Recording = aRecording();
  playback: Playback = { expires_at: "2126-11-20T06:12:00.000Z", signed_query: "signature=x", parts: [aPart()] };
  peaks = { version: 1, peaks_per_second: 1, person: [0, 50], agent: [50, 0] };
  /** How often the recording was asked for, and how often that was answered with "not modified". */
  readonly recordingReads = { all: 0, unchanged: 0 };
  /** How often one asked to play. */
  playbacks = 0;
  /** The copy of one's data. */
  readonly copy = new FakeExport();
  /** How somebody leaves. */
  readonly departure = new FakeDeparture();
  /** Who may open a talk without an account. */
  readonly links = new FakeLinks();
  /** Who is invited, and who came. */
  readonly guests = new FakeGuests();
  /** Set to make the next call of any route fail. */
  failure: { status: number; code: string } | null = null;

  handlers(): HttpHandler[] {
    return [
      ...this.departure.handlers(),
      ...this.links.publicHandlers((id) => this.#told(id)),
      ...this.guests.handlers(),
      http.all("/api/*", ({ request }) => this.#refuse(request)),
      ...this.links.handlers(),
      ...this.copy.handlers(),
      ...this.personas.handlers(),
      ...this.feedback.handlers(),
      ...this.days.handlers(),
      http.get("/api/me", () => HttpResponse.json(this.#me())),
      http.post("/api/sessions", ({ request }) => this.#start(request)),
      http.get("/api/sessions", ({ request }) => HttpResponse.json(this.#list(request))),
      http.get("/api/sessions/:id", ({ params }) => this.#answer(this.#find(params["id"]))),
      http.get("/api/sessions/:id/messages", ({ params, request }) =>
        HttpResponse.json(page(this.messages[String(params["id"])] ?? [], request)),
      ),
      http.get("/api/sessions/:id/turns", ({ params, request }) =>
        HttpResponse.json(page(this.turns[String(params["id"])] ?? [], request)),
      ),
      http.get("/api/sessions/:id/evaluation", () => HttpResponse.json(this.evaluation)),
      http.post("/api/sessions/:id/evaluation", () => this.#judgeAgain()),
      http.get("/api/sessions/:id/usage", () => HttpResponse.json(this.usage)),
      http.patch("/api/sessions/:id", ({ params, request }) => this.#rename(params["id"], request)),
      http.delete("/api/sessions/:id", ({ params }) => this.#delete(params["id"])),
      http.get("/api/sessions/:id/recording", ({ request }) => this.#readRecording(request)),
      http.post("/api/sessions/:id/playback", () => this.#play()),
      http.get("/media/:id/:attempt/peaks.json", () => HttpResponse.json(this.peaks)),
      http.post("/api/sessions/:id/end", ({ params }) => this.#end(params["id"])),
      http.post("/api/token", ({ request }) => this.#join(request)),
    ];
  }

  #judgeAgain() {
    this.judgedAgain += 1;
    this.evaluation = anEvaluation({ status: "pending", scores: [] });
    return HttpResponse.json(this.evaluation, { status: 202 });
  }

  /** What a stranger is told of a talk. */
  #told(id: string): SharedTalk | undefined {
    const session = this.#find(id);
    if (session === undefined) {
      return undefined;
    }
    const { title, language, persona_name, started_at, duration_s } = session;
    const playback = this.recording.status === "ready" ? this.playback : null;
    return { title, language, persona_name, started_at, duration_s, messages: this.messages[id] ?? [], playback };
  }

  /** Answers nothing when the call may go on to its own handler. */
  #refuse(request: Request): Response | undefined {
    if (request.headers.get("Authorization") !== "Bearer a-token") {
      return HttpResponse.json({ message: "Unauthorized" }, { status: 401 });
    }
    const key = request.headers.get("Idempotency-Key");
    if (key !== null) {
      this.keys.push(key);
    }
    const failure = this.failure;
    this.failure = null;
    return failure === null ? undefined : problem(failure.status, failure.code);
  }

  async #start(request: Request): Promise<Response> {
    const asked = (await request.json()) as Start;
    const persona = this.personas.find(asked.persona_id);
    if (persona === undefined) {
      return problem(404, "persona_not_found");
    }
    const recorded = asked.record && persona.recorded;
    if (recorded && this.consent !== "free" && !asked.recording_consent) {
      return problem(409, "consent_needed");
    }
    this.starts.push(asked);
    const session = aPendingSession({
      id: `s${this.starts.length}`,
      language: asked.language,
      persona_id: persona.id,
      persona_name: persona.name,
      recorded,
      consented_at: recorded && asked.recording_consent ? "2026-11-20T05:02:00.000Z" : null,
    });
    this.sessions.unshift(session);
    return HttpResponse.json({ session, ...PASS }, { status: 201 });
  }

  async #join(request: Request): Promise<Response> {
    const { session_id: id } = (await request.json()) as { session_id: string };
    this.joins.push(id);
    const session = this.#find(id);
    if (session?.status === "ended" || session?.status === "failed") {
      return problem(409, "session_over");
    }
    return session === undefined ? problem(404, "session_not_found") : HttpResponse.json(PASS);
  }

  #me(): Me {
    const workspace = { id: "w1", name: "personal", role: "admin" } as const;
    return { person_id: "me", workspace, recording_consent_needed: this.consent === "needed" };
  }

  /** Looks through `searched` talks an answer, so that a page may be empty and still be continued. */
  #list(request: Request): { items: Session[]; next_cursor: string | null } {
    const query = new URL(request.url).searchParams;
    this.lists.push(query.toString());
    const persona = query.get("persona_id");
    const language = query.get("language");
    const day = query.get("ended_on");
    if (persona === null && language === null && day === null) {
      return page(this.sessions, request);
    }
    const from = Number(query.get("cursor") ?? 0);
    const to = from + this.searched;
    const fits = (one: Session) =>
      (persona === null || one.persona_id === persona) && (language === null || one.language === language) &&
      (day === null || one.ended_at?.startsWith(day) === true);
    const items = this.sessions.slice(from, to).filter(fits);
    return { items, next_cursor: to < this.sessions.length ? String(to) : null };
  }

  async #rename(id: unknown, request: Request): Promise<Response> {
    const { title } = (await request.json()) as { title: string };
    Object.assign(this.#find(id) ?? {}, { title });
    return this.#answer(this.#find(id));
  }

  #delete(id: unknown): Response {
    this.sessions = this.sessions.filter((session) => session.id !== id);
    return new HttpResponse(null, { status: 204 });
  }

  #readRecording(request: Request): Response {
    const etag = JSON.stringify(JSON.stringify(this.recording));
    this.recordingReads.all += 1;
    if (request.headers.get("If-None-Match") === etag) {
      this.recordingReads.unchanged += 1;
      return new HttpResponse(null, { status: 304, headers: { ETag: etag } });
    }
    return HttpResponse.json(this.recording, { headers: { ETag: etag } });
  }

  #play(): Response {
    this.playbacks += 1;
    return HttpResponse.json(this.playback);
  }

  #end(id: unknown): Response {
    const session = this.#find(id);
    Object.assign(session ?? {}, { status: "ended", end_reason: "hung_up", duration_s: 61 });
    return this.#answer(session);
  }

  #answer(session: Session | undefined): Response {
    return session === undefined ? problem(404, "session_not_found") : HttpResponse.json(session);
  }

  #find(id: unknown): Session | undefined {
    return this.sessions.find((session) => session.id === id);
  }
}

function page<T>(all: T[], request: Request): { items: T[]; next_cursor: string | null } {
  const query = new URL(request.url).searchParams;
  const from = Number(query.get("cursor") ?? 0);
  const to = from + Number(query.get("limit") ?? 20);
  return { items: all.slice(from, to), next_cursor: to < all.length ? String(to) : null };
}
