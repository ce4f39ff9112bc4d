/** The recording of a talk: the player when it can be played, before that how far it is, and else why not. */
import { useEffect } from "react";

import { ProblemPanel } from "@/components/problem-panel";
import type { Message, Session } from "@/api/types";

import { usePlayback } from "../api/open-playback";
import { useRecording } from "../api/read-recording";
import { useReplay } from "../replay-context";
import { MissingNotice } from "./missing-notice";
import { Player } from "./player";
import { RecordingState } from "./recording-state";

export interface RecordingCardProps {
  session: Session;
  messages: Message[];
  over: boolean;
  /** The second of the talk that a link points at. */
  atS: number | null;
}

export function RecordingCard({ session, messages, over, atS }: RecordingCardProps) {
  const recording = useRecording(session.id, { over });
  const ready = recording.data?.status === "ready";
  const playback = usePlayback(session.id, { ready });
  useLoadedReplay(playback, atS);
  if (!over || (recording.data !== undefined && !ready)) {
    return <RecordingState recording={recording.data} recorded={session.recorded} />;
  }
  if (recording.isError || playback.isError) {
    const retry = () => void (recording.isError ? recording.refetch() : playback.refetch());
    return <ProblemPanel error={recording.error ?? playback.error} retry={retry} />;
  }
  return (
    <>
      {recording.data !== undefined && <MissingNotice recording={recording.data} />}
      <Player messages={messages} parts={playback.data?.parts ?? []} missing={recording.data?.missing ?? []} />
    </>
  );
}

/** Loads what can be played, once: a renewed permission is for the same files, and must not stop the sound. */
function useLoadedReplay({ data, refetch }: ReturnType<typeof usePlayback>, atS: number | null): void {
  const replay = useReplay();
  const isThere = data !== undefined;
  useEffect(() => {
    if (data !== undefined && replay.state().phase === "none") {
      void replay.load(data, { renew: async () => (await refetch({ throwOnError: true })).data, atS });
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only that it is there counts, not what is asked anew
  }, [replay, isThere]);
  useEffect(() => {
    // Another link to the same talk was followed.
    if (atS !== null && replay.state().phase === "ready") {
      replay.seek(atS);
    }
  }, [replay, atS]);
}
