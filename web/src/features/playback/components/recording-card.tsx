/** The recording of a talk: the player when it can be played, before that how far it is, and else why not. */
import { ProblemPanel } from "@/components/problem-panel";
import type { Message, Session } from "@/api/types";

import { usePlayback } from "../api/open-playback";
import { useRecording } from "../api/read-recording";
import { useWhatBecameReady } from "../use-what-became-ready";
import { useLoadedReplay } from "../use-loaded-replay";
import { MissingNotice } from "./missing-notice";
import { Player } from "./player";
import { RecordingState } from "./recording-state";

export interface RecordingCardProps {
  session: Session;
  messages: Message[];
  over: boolean;
  /** The second of the talk that a link points at. */
  atS: number | null;
  /** What to call a guest. */
  called: (message: Message) => string | undefined;
}

export function RecordingCard({ session, messages, over, atS, called }: RecordingCardProps) {
  const recording = useRecording(session.id, { over });
  const ready = recording.data?.status === "ready";
  const playback = usePlayback(session.id, { ready });
  useWhatBecameReady(recording.data, playback);
  const renew = async () => (await playback.refetch({ throwOnError: true })).data;
  useLoadedReplay({ playback: playback.data, renew, atS });
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
      <Player
        persona={session.persona_name}
        messages={messages}
        called={called}
        parts={playback.data?.parts ?? []}
        missing={recording.data?.missing ?? []}
      />
    </>
  );
}
