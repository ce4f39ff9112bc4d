import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { ApiProvider } from "@/api/api-context";
import type { SharedTalk } from "@/api/types";
import { Card } from "@/components/card";
import { Loading } from "@/components/loading";
import { PageProblem } from "@/components/page-problem";
import { hasEnded, useSharedTalk } from "@/features/playback/api/open-shared";
import { SharedPlayer } from "@/features/playback/components/shared-player";
import type { Renew } from "@/features/playback/permission";
import { ReplayProvider } from "@/features/playback/replay-context";
import { useNewReplay } from "@/features/playback/use-new-replay";
import { Transcript } from "@/features/sessions/components/transcript";
import { LinkEnded } from "@/features/sharing/components/link-ended";
import { SharedHead } from "@/features/sharing/components/shared-head";

import styles from "./shared.module.css";
import { soundOf } from "./sound-of";

const route = getRouteApi("/public/shared/$secret");

export function Shared() {
  const { secret } = route.useParams();
  const { publicApi } = route.useRouteContext();
  return (
    <ApiProvider api={publicApi}>
      <SharedBehind key={secret} secret={secret} />
    </ApiProvider>
  );
}

function SharedBehind({ secret }: { secret: string }) {
  const talk = useSharedTalk(secret);
  if (hasEnded(talk.error)) {
    return <LinkEnded />;
  }
  if (talk.data !== undefined) {
    const renew: Renew = async () => (await talk.refetch({ throwOnError: true })).data?.playback ?? undefined;
    return <Found talk={talk.data} renew={renew} />;
  }
  return talk.isError ? <PageProblem error={talk.error} retry={() => void talk.refetch()} /> : <Loading />;
}

function Found({ talk, renew }: { talk: SharedTalk; renew: Renew }) {
  const { t } = useTranslation("sharing");
  const { t: atS } = route.useSearch();
  const { openEngine } = route.useRouteContext();
  const replay = useNewReplay(openEngine);
  const { messages, playback } = talk;
  return (
    <ReplayProvider replay={replay}>
      <article className={styles["page"]}>
        <SharedHead talk={talk} />
        {playback === null ? (
          <Card data-recording="none">
            <p>{t("no_sound")}</p>
          </Card>
        ) : (
          <SharedPlayer
            persona={talk.persona_name}
            messages={messages}
            playback={playback}
            renew={renew}
            atS={atS ?? null}
          />
        )}
        <Transcript
          stranger
          language={talk.language}
          persona={talk.persona_name}
          over
          messages={messages}
          sound={soundOf(replay)}
        />
      </article>
    </ReplayProvider>
  );
}
