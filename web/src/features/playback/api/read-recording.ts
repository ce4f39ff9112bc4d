import { useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";

import { useApi } from "@/api/api-context";
import { body, NOT_MODIFIED, type Api } from "@/api/client";
import type { Recording } from "@/api/types";

import { pollDelayMs } from "../recording/poll-delay";
import { isSettledPart } from "../recording/progress";
import { playbackKeys } from "./playback-keys";

/** An answer with the tag by which the server knows it again. */
interface Tagged {
  recording: Recording;
  etag: string | null;
}

export interface ReadRecording {
  sessionId: string;
  known: Tagged | undefined;
  signal: AbortSignal;
}

/** Answers what is known already when nothing has changed. */
export async function readRecording(api: Api, { sessionId, known, signal }: ReadRecording): Promise<Tagged> {
  const header = known?.etag == null ? {} : { "if-none-match": known.etag };
  const answer = await api.GET("/api/sessions/{session_id}/recording", {
    params: { path: { session_id: sessionId }, header },
    signal,
  });
  if (answer.response.status === NOT_MODIFIED && known !== undefined) {
    return known;
  }
  return { recording: body(answer), etag: answer.response.headers.get("ETag") };
}

/** `over`: the talk is over; while it goes on, nothing is asked. A hidden tab does not ask either. */
export function useRecording(sessionId: string, { over }: { over: boolean }) {
  const api = useApi();
  const queries = useQueryClient();
  const queryKey = playbackKeys.recording(sessionId);
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => readRecording(api, { sessionId, known: knownIn(queries, queryKey), signal }),
    select: ({ recording }) => recording,
    enabled: over,
    refetchInterval: ({ state }) =>
      state.data !== undefined && isSettled(state.data.recording) ? false : pollDelayMs(state.dataUpdateCount),
  });
}

/** Nothing more is to be expected. A talk whose recording was wanted and is not there may have just ended. */
export function isSettled({ status, parts }: Recording): boolean {
  return parts.every(isSettledPart) && status !== "processing" && status !== "recording";
}

function knownIn(queries: QueryClient, queryKey: readonly string[]): Tagged | undefined {
  return queries.getQueryData<Tagged>(queryKey);
}
