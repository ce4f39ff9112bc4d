/** What was said, moving along with the sound: it shows what is heard, and leads to the moment of each message. */
import { ArrowDown } from "lucide-react";
import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore, type RefObject } from "react";
import { useTranslation } from "react-i18next";

import type { Language, Message } from "@/api/types";
import { Button } from "@/components/button";
import { Card } from "@/components/card";
import { CopyButton } from "@/components/copy-button";

import { currentMessage } from "../current-message";
import type { Sound } from "../sound";
import { transcriptText, type CalledIn, type Names } from "../transcript-text";
import { useFind } from "../use-find";
import { useFollowing } from "../use-following";
import { useNames } from "../use-names";
import { FindField } from "./find-field";
import { MessageRow } from "./message-row";
import styles from "./transcript.module.css";

interface TranscriptProps {
  language: Language;
  /** Nothing more will be said. */
  over: boolean;
  messages: Message[];
  sound: Sound;
  /** Who reads is not who talked. */
  stranger?: boolean;
  /** Who answered. */
  persona: string;
  called?: CalledIn;
}

export function Transcript({ language, over, messages, sound, persona, called, stranger = false }: TranscriptProps) {
  const { t } = useTranslation("sessions");
  const names = useNames(persona, { stranger });
  const list = useRef<HTMLOListElement>(null);
  const find = useFind(messages);
  const matches = useMemo(() => Map.groupBy(find.matches, ({ messageId }) => messageId), [find.matches]);
  const canSeek = useSyncExternalStore(sound.subscribe, sound.canSeek);
  const currentId = useSyncExternalStore(sound.subscribe, () => currentMessage(messages, sound.momentS()));
  const { following, follow } = useFollowing(list, currentId, sound);
  const seek = useCallback((talkS: number) => { sound.seek(talkS); }, [sound]);
  useRowPresses(list, canSeek);
  return (
    <Card aria-labelledby="transcript">
      <div className={styles["head"]}>
        <h2 id="transcript">{t("transcript")}</h2>
        {messages.length > 0 && (
          <>
            <FindField find={find} />
            <CopyAll messages={messages} names={names} called={called} />
          </>
        )}
      </div>
      {messages.length === 0 && <p>{t(over ? "no_messages" : "no_messages_yet")}</p>}
      <ol ref={list} lang={language} aria-labelledby="transcript" data-following={following}>
        {messages.map((message) => (
          <MessageRow
            key={message.id}
            message={message}
            language={language}
            name={called?.(message) ?? names[message.role]}
            current={message.id === currentId}
            matches={matches.get(message.id)}
            active={find.active?.messageId === message.id ? find.active : null}
            onSeek={canSeek ? seek : undefined}
          />
        ))}
      </ol>
      {!following && currentId !== null && (
        <div className={styles["back"]}>
          <Button onClick={follow}>
            <ArrowDown size={16} aria-hidden="true" />
            {t("back_to_now")}
          </Button>
        </div>
      )}
    </Card>
  );
}

/**
 * A press anywhere in a row does what its moment's button does; that button is there for the keyboard and for
 * screen readers. Whoever marks words to copy them presses nothing.
 */
function useRowPresses(list: RefObject<HTMLElement | null>, enabled: boolean): void {
  useEffect(() => {
    const rows = list.current;
    const onClick = ({ target }: MouseEvent) => {
      const isFree = target instanceof Element && target.closest("button, a") === null;
      if (isFree && window.getSelection()?.isCollapsed !== false) {
        target.closest("[data-message-id]")?.querySelector("button")?.click();
      }
    };
    if (enabled) {
      rows?.addEventListener("click", onClick);
    }
    return () => { rows?.removeEventListener("click", onClick); };
  }, [list, enabled]);
}

function CopyAll({ messages, names, called }: { messages: Message[]; names: Names; called: CalledIn | undefined }) {
  const { t } = useTranslation("sessions");
  return <CopyButton label={t("copy_transcript")} text={() => transcriptText(messages, names, called)} />;
}
