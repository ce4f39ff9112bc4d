import { getRouteApi, useNavigate } from "@tanstack/react-router";

import { PATHS } from "@/config/paths";
import { useCalledIn } from "@/features/guests/use-called-in";
import { RecordingCard } from "@/features/playback/components/recording-card";
import { ReplayProvider } from "@/features/playback/replay-context";
import { useNewReplay } from "@/features/playback/use-new-replay";
import { SessionPage } from "@/features/sessions/components/session-page";
import { ShareButton } from "@/features/sharing/components/share-button";

import { SessionDownloads } from "./session-downloads";
import { SessionEvaluation } from "./session-evaluation";
import { SessionFeedback } from "./session-feedback";
import { SessionFigures } from "./session-figures";
import { soundOf } from "./sound-of";

const route = getRouteApi("/signed-in/sessions/$id");

export function Session() {
  const { id } = route.useParams();
  return <SessionWithReplay key={id} id={id} />;
}

function SessionWithReplay({ id }: { id: string }) {
  const { t: atS } = route.useSearch();
  const navigate = useNavigate();
  const { openEngine } = route.useRouteContext();
  const replay = useNewReplay(openEngine);
  const called = useCalledIn(id);
  return (
    <ReplayProvider replay={replay}>
      <SessionPage
        id={id}
        sound={soundOf(replay)}
        recording={(talk) => (
          <>
            <RecordingCard {...talk} atS={atS ?? null} called={called} />
            <SessionEvaluation {...talk} />
            <SessionFeedback {...talk} />
            <SessionFigures {...talk} />
          </>
        )}
        besides={(session, baseName) => <SessionDownloads session={session} baseName={baseName} />}
        called={called}
        share={<ShareButton sessionId={id} />}
        onDelete={() => void navigate({ to: PATHS.sessions })}
      />
    </ReplayProvider>
  );
}
