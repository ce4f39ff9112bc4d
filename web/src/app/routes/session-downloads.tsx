/** What can be taken home of a talk besides its transcript, as items of a list. */
import { useEvaluation } from "@/features/evaluation/api/evaluation";
import { FigureDownloads } from "@/features/figures/components/figure-downloads";
import { SoundDownloads } from "@/features/playback/components/sound-downloads";
import type { Session } from "@/api/types";

export function SessionDownloads({ session, baseName }: { session: Session; baseName: string }) {
  return (
    <>
      <SoundDownloads sessionId={session.id} baseName={baseName} />
      {session.ended_at !== null && <OfItsFigures session={session} baseName={baseName} />}
    </>
  );
}

function OfItsFigures({ session, baseName }: { session: Session; baseName: string }) {
  const evaluation = useEvaluation(session.id);
  return <FigureDownloads session={session} evaluation={evaluation} baseName={baseName} />;
}
