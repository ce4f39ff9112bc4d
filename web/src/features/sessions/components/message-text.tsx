import { Fragment, useEffect, useRef } from "react";

import type { Match } from "../find-in-talk";
import styles from "./message-row.module.css";

interface MessageTextProps {
  text: string;
  lang: string;
  /** Of this message alone, in its order. */
  matches: Match[];
  active: Match | null;
}

/** The words, with what is looked for marked. */
export function MessageText({ text, lang, matches, active }: MessageTextProps) {
  const ends = [0, ...matches.map(({ to }) => to)];
  return (
    <p data-message-text lang={lang}>
      {matches.map((match, index) => (
        <Fragment key={match.from}>
          {text.slice(ends[index], match.from)}
          <Found active={match === active}>{text.slice(match.from, match.to)}</Found>
        </Fragment>
      ))}
      {text.slice(ends.at(-1))}
    </p>
  );
}

function Found({ active, children }: { active: boolean; children: string }) {
  const mark = useRef<HTMLElement>(null);
  useEffect(() => {
    if (active) {
      mark.current?.scrollIntoView({ block: "center", behavior: "smooth" });
    }
  }, [active]);
  return (
    <mark ref={mark} className={active ? styles["active"] : undefined} data-find-active={active || undefined}>
      {children}
    </mark>
  );
}
