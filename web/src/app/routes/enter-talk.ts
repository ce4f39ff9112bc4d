/** Finds the room that a click has opened, or comes back into it after a reload. */
import { notFound, redirect } from "@tanstack/react-router";

import { isProblem, type Api } from "@/api/client";
import { guestOf } from "@/api/guest-of";
import { NOT_FOUND } from "@/api/problem";
import type { Message } from "@/api/types";
import { PATHS } from "@/config/paths";
import { openMicrophone } from "@/devices/open-microphone";
import { joinSession } from "@/features/room/api/join-session";
import { wasMuted } from "@/features/room/kept-mute";
import { LiveRoom } from "@/features/room/live-room";
import type { Line } from "@/features/room/state/transcript";
import { readTranscript } from "@/features/sessions/api/list-messages";
import { readSession } from "@/features/sessions/api/read-session";

import type { Services } from "../services";

export async function enterTalk({ rooms, api, signIn }: Services, sessionId: string): Promise<void> {
  const isSignedIn = signIn.person() !== null;
  if (isSignedIn && rooms.find(sessionId) === null) {
    const opening = await comeBack(api, sessionId);
    rooms.open(sessionId, (around) => new LiveRoom(opening, around));
  }
}

async function comeBack(api: Api, sessionId: string) {
  try {
    const [pass, beginning] = await Promise.all([joinSession(api, sessionId), readBeginning(api, sessionId)]);
    return { ...beginning, pass, microphone: openMicrophone(), muted: wasMuted(sessionId) };
  } catch (error) {
    throw elsewhere(error, sessionId);
  }
}

/** The router goes elsewhere for what is thrown here; any other failure stays what it is. */
function elsewhere(error: unknown, sessionId: string): unknown {
  if (isProblem(error) && error.code === "session_over") {
    return redirect({ to: PATHS.session, params: { id: sessionId }, replace: true });
  }
  return isProblem(error) && error.status === NOT_FOUND ? notFound() : error;
}

async function readBeginning(api: Api, sessionId: string) {
  const { signal } = new AbortController();
  const [session, messages] = await Promise.all([
    readSession(api, sessionId, signal),
    readTranscript(api, sessionId),
  ]);
  const startedAtMs = session.started_at === null ? null : Date.parse(session.started_at);
  const { language, recorded, persona_name: persona } = session;
  return { language, recorded, persona, began: { startedAtMs, lines: messages.flatMap(toLine) } };
}

function toLine(message: Message): Line[] {
  const { id, role, text, started_s, interrupted, via } = message;
  const speaker = guestOf(message);
  const who = { ...(speaker !== undefined && { speaker }) };
  return role === "system" ? [] : [{ id, role, ...who, text, atS: started_s, final: true, interrupted, via, unsent: null }];
}
