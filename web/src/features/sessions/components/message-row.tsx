import { Link2 } from "lucide-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";

import type { Language, Message } from "@/api/types";
import { CopyButton } from "@/components/copy-button";
import { spokenIn } from "@/i18n/spoken-in";
import { clock } from "@/i18n/times";

import type { Match } from "../find-in-talk";
import styles from "./message-row.module.css";
import { MessageText } from "./message-text";

const NO_MATCHES: Match[] = [];

interface MessageRowProps {
  message: Message;
  /** That of the talk. */
  language: Language;
  /** Whose words they are. */
  name: string;
  /** It is being heard. */
  current: boolean;
  matches: Match[] | undefined;
  active: Match | null;
  /** Absent where there is nothing to hear. */
  onSeek: ((talkS: number) => void) | undefined;
}

export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { t, i18n } = useTranslation("sessions");
  const { message, language, name, current, matches, active, onSeek } = props;
  return (
    <li
      className={[styles["row"], styles[message.role]].join(" ")}
      data-message-id={message.id}
      data-message-role={message.role}
      data-interrupted={message.interrupted}
      aria-current={current ? "true" : undefined}
    >
      <small lang={i18n.language}>
        <Moment startedS={message.started_s} onSeek={onSeek} />
      </small>
      <div>
        <small lang={i18n.language}>
          {name}
          {message.via === "text" && message.role === "user" && <> · {t("typed")}</>}
          {message.interrupted && <span className={styles["cut"]}> · {t("interrupted")}</span>}
        </small>
        <MessageText text={message.text} lang={spokenIn(language, message.text)} matches={matches ?? NO_MATCHES} active={active} />
      </div>
      <div className={styles["actions"]} lang={i18n.language}>
        {onSeek !== undefined && (
          <CopyButton compact label={t("copy_moment")} icon={Link2} text={() => linkTo(message.started_s)} />
        )}
        <CopyButton compact label={t("copy_message")} text={() => message.text} />
      </div>
    </li>
  );
});

/** The keyboard's way to the moment; the pointer may press anywhere in the row. */
function Moment({ startedS, onSeek }: { startedS: number; onSeek: MessageRowProps["onSeek"] }) {
  const { t } = useTranslation("sessions");
  const time = <time dateTime={`PT${startedS}S`}>{clock(startedS)}</time>;
  if (onSeek === undefined) {
    return time;
  }
  return (
    <button
      type="button"
      className={styles["moment"]}
      aria-label={t("hear_from", { time: clock(startedS) })}
      onClick={() => { onSeek(startedS); }}
    >
      {time}
    </button>
  );
}

function linkTo(startedS: number): string {
  const address = new URL(window.location.href);
  address.search = new URLSearchParams({ t: String(Math.round(startedS * 10) / 10) }).toString();
  return address.href;
}
