/** What is said, as it is said. Re-renders with each word; a line that did not change does not. */
import { memo, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import type { Language } from "@/api/types";
import { Button } from "@/components/button";
import { spokenIn } from "@/i18n/spoken-in";
import { clock } from "@/i18n/times";

import { useOver, useRoom, useRoomState } from "../room-context";
import type { Line } from "../state/transcript";
import styles from "./live-transcript.module.css";

/** What to call somebody else. */
export type Called = (identity: string) => string;

/** Nearer to the end than this, the person reads along; further away, they look something up. */
const READS_ALONG_PX = 80;

export function LiveTranscript({ called }: { called: Called }) {
  const { t } = useTranslation("room");
  const lines = useRoomState((state) => state.lines);
  const { language, persona } = useRoom();
  const list = useReadAlong(lines);
  return (
    <div
      ref={list}
      role="log"
      // Read aloud on top of the talk, it would drown it.
      aria-live="off"
      aria-labelledby="live-transcript"
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable (WCAG 2.1.1)
      tabIndex={0}
      className={styles["log"]}
    >
      {lines.length === 0 && <p className={styles["empty"]}>{t("transcript_empty")}</p>}
      {lines.map((line) => (
        <LineView key={line.id} line={line} language={language} name={line.speaker === undefined ? (line.role === "user" ? t("you") : persona) : called(line.speaker)} persona={persona} />
      ))}
    </div>
  );
}

interface LineProps {
  line: Line;
  language: Language;
  /** Who said it. */
  name: string;
  persona: string;
}

const LineView = memo(function LineView({ line, language, name, persona }: LineProps) {
  const { t } = useTranslation("room");
  return (
    <div
      className={[styles["line"], styles[line.role]].join(" ")}
      data-message-role={line.role}
      data-final={line.final}
      data-interrupted={line.interrupted}
      data-via={line.via}
      data-unsent={line.unsent ?? undefined}
    >
      <small>
        {name} · <time>{clock(line.atS)}</time>
        {line.via === "text" && <> · {t("typed")}</>}
        {line.unsent === "waiting" && <> · {t("unsent.waiting", { persona })}</>}
        {line.unsent === "failed" && (
          // Heard at once, unlike the lines themselves: it needs a press.
          <span role="alert" className={styles["cut"]}>
            {" "}
            · {t("unsent.failed")}
          </span>
        )}
        {line.interrupted && <span className={styles["cut"]}> · {t("interrupted")}</span>}
      </small>
      <p data-message-text lang={spokenIn(language, line.text)}>
        {line.text}
      </p>
      {line.unsent === "failed" && <SendAgain id={line.id} />}
    </div>
  );
});

function SendAgain({ id }: { id: string }) {
  const { t } = useTranslation("room");
  const room = useRoom();
  const over = useOver();
  return over ? null : <Button onClick={() => { room.sayAgain(id); }}>{t("send_again")}</Button>;
}

/** Keeps the newest line in sight, unless the person has scrolled away from it. */
function useReadAlong(lines: Line[]) {
  const list = useRef<HTMLDivElement>(null);
  const along = useRef(true);
  useLayoutEffect(() => {
    const element = list.current;
    const onScroll = () => {
      along.current = element !== null && restPx(element) < READS_ALONG_PX;
    };
    element?.addEventListener("scroll", onScroll, { passive: true });
    return () => element?.removeEventListener("scroll", onScroll);
  }, []);
  useLayoutEffect(() => {
    if (along.current && list.current !== null) {
      list.current.scrollTop = list.current.scrollHeight;
    }
  }, [lines]);
  return list;
}

function restPx({ scrollHeight, scrollTop, clientHeight }: HTMLElement): number {
  return scrollHeight - scrollTop - clientHeight;
}
