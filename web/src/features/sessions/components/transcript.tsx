import { useTranslation } from "react-i18next";

import type { Message, Session } from "@/api/types";
import { Button } from "@/components/button";
import { Card } from "@/components/card";
import { CopyButton } from "@/components/copy-button";
import { Loading } from "@/components/loading";
import { ProblemPanel } from "@/components/problem-panel";

import { useMessages } from "../api/list-messages";
import { isOver } from "../api/read-session";
import { transcriptText } from "../transcript-text";
import { MessageRow } from "./message-row";
import styles from "./transcript.module.css";

export function Transcript({ session }: { session: Session }) {
  const { t } = useTranslation("sessions");
  const messages = useMessages(session.id, { growing: !isOver(session) });
  return (
    <Card aria-labelledby="transcript">
      <div className={styles["head"]}>
        <h2 id="transcript">{t("transcript")}</h2>
        {messages.data !== undefined && messages.data.length > 0 && <CopyAll messages={messages.data} />}
      </div>
      {messages.isPending && <Loading />}
      {messages.isError && <ProblemPanel error={messages.error} retry={() => void messages.refetch()} />}
      {messages.data?.length === 0 && <p>{t(isOver(session) ? "no_messages" : "no_messages_yet")}</p>}
      <ol lang={session.language} aria-labelledby="transcript">
        {messages.data?.map((message) => (
          <MessageRow key={message.id} message={message} />
        ))}
      </ol>
      {messages.hasNextPage && (
        <Button busy={messages.isFetchingNextPage} onClick={() => void messages.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </Card>
  );
}

function CopyAll({ messages }: { messages: Message[] }) {
  const { t } = useTranslation("sessions");
  const names = { user: t("you"), assistant: t("echosphere"), system: t("system") };
  return <CopyButton label={t("copy_transcript")} text={() => transcriptText(messages, names)} />;
}
