/** What people say of a talk, beside what the judge says. */
import { useEvaluation } from "@/features/evaluation/api/evaluation";
import { FeedbackCard } from "@/features/feedback/components/feedback-card";
import type { Talk } from "@/features/sessions/components/session-page";

export function SessionFeedback({ session, over }: Talk) {
  return over ? <AfterTheTalk sessionId={session.id} /> : null;
}

function AfterTheTalk({ sessionId }: { sessionId: string }) {
  const evaluation = useEvaluation(sessionId);
  return (
    <FeedbackCard sessionId={sessionId} judged={{ overall: evaluation?.overall ?? null, kind: evaluation?.judge?.kind ?? null }} />
  );
}
