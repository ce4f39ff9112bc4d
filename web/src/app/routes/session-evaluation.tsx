/** What a judge says of a talk; each reason plays what it is about. */
import { EvaluationCard } from "@/features/evaluation/components/evaluation-card";
import { useReplay, useReplayState } from "@/features/playback/replay-context";
import type { Talk } from "@/features/sessions/components/session-page";

import { soundOf } from "./sound-of";

export function SessionEvaluation({ session, messages, over }: Talk) {
  const replay = useReplay();
  const canSeek = useReplayState((state) => state.phase === "ready");
  return over ? <EvaluationCard session={session} messages={messages} hear={canSeek ? soundOf(replay).seek : null} /> : null;
}
