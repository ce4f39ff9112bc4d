/** One talk after (or while) it happened: its facts, its recording and its transcript. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Message, Session } from "@/api/types";
import { CopyButton } from "@/components/copy-button";
import { Loading } from "@/components/loading";
import { PageProblem } from "@/components/page-problem";
import { ProblemPanel } from "@/components/problem-panel";
import { PATHS } from "@/config/paths";

import { useTranscript } from "../api/use-transcript";
import { isOver, useSession } from "../api/read-session";
import type { Sound } from "../sound";
import type { CalledIn } from "../transcript-text";
import { DeleteButton } from "./delete-button";
import { Downloads } from "./downloads";
import { SessionFacts } from "./session-facts";
import { SessionLine } from "./session-line";
import styles from "./session-page.module.css";
import { SessionTitle } from "./session-title";
import { Transcript } from "./transcript";

export interface Talk {
  session: Session;
  messages: Message[];
  over: boolean;
}

export interface SessionPageProps {
  id: string;
  sound: Sound;
  /** The player, or what is known of the recording. */
  recording: (talk: Talk) => ReactNode;
  /** What there is beside the transcript, as items of the list of downloads. */
  besides: (session: Session, baseName: string) => ReactNode;
  /** What makes links for people without an account. */
  share: ReactNode;
  called: CalledIn;
  onDelete: () => void;
}

export function SessionPage(props: SessionPageProps) {
  const session = useSession(props.id);
  if (session.isPending) {
    return <Loading />;
  }
  const retry = () => void session.refetch();
  if (session.data === undefined) {
    return <PageProblem error={session.error} retry={retry} />;
  }
  // What is shown stays when reading it again fails.
  const problem = session.isError && <ProblemPanel error={session.error} retry={retry} />;
  return <Found {...props} session={session.data} problem={problem} />;
}

interface FoundProps extends SessionPageProps {
  session: Session;
  problem: ReactNode;
}

function Found({ session, problem, sound, recording, besides, share, called, onDelete }: FoundProps) {
  const { t } = useTranslation(["sessions", "talks"]);
  const over = isOver(session);
  const transcript = useTranscript(session.id, { growing: !over, endedAt: session.ended_at });
  const messages = transcript.data ?? NO_MESSAGES;
  const title = session.title ?? t("talks:untitled");
  return (
    <div className={styles["page"]}>
      <div className={styles["head"]}>
        <div>
          <SessionTitle session={session} />
          <SessionLine session={session} />
        </div>
        <div className={styles["actions"]}>
          <CopyButton label={t("copy_link")} text={() => window.location.href} />
          {share}
          {transcript.data?.length !== 0 && (
            <Downloads session={session} messages={transcript.data ?? null} called={called} sound={sound} besides={besides} />
          )}
          {over && <DeleteButton sessionId={session.id} name={title} onDelete={onDelete} />}
        </div>
      </div>
      {problem}
      <SessionFacts session={session} messages={transcript.data ?? null} />
      {!over && (
        <Link to={PATHS.talk} params={{ id: session.id }}>
          {t("return_to_talk")}
        </Link>
      )}
      {recording({ session, messages, over })}
      {transcript.isError && <ProblemPanel error={transcript.error} retry={() => void transcript.refetch()} />}
      {transcript.isPending && <Loading />}
      {/* What could not be read is not said to be empty. */}
      {transcript.data !== undefined && (
        <Transcript
          language={session.language}
          persona={session.persona_name}
          over={over}
          messages={messages}
          called={called}
          sound={sound}
        />
      )}
    </div>
  );
}

const NO_MESSAGES: Message[] = [];
