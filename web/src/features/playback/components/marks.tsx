import { useTranslation } from "react-i18next";

import type { Message, Recording } from "@/api/types";

import type { Span } from "../timeline/bars";
import { shareOf } from "../timeline/share";
import styles from "./seek-bar.module.css";

interface MarksProps {
  messages: Message[];
  missing: Recording["missing"];
  span: Span;
}

/** Where somebody was cut short, and where nothing was recorded. */
export function Marks({ messages, missing, span }: MarksProps) {
  const { t } = useTranslation("playback");
  const percent = (talkS: number) => `${shareOf(talkS, span) * 100}%`;
  return (
    <>
      {missing.map(({ from_s, to_s }) => (
        <div
          key={from_s}
          className={styles["missing"]}
          style={{ left: percent(from_s), right: `${(1 - shareOf(to_s, span)) * 100}%` }}
          title={t("missing_here")}
          data-gap
        />
      ))}
      {messages
        .filter(({ interrupted }) => interrupted)
        .map(({ id, ended_s }) => (
          <div key={id} className={styles["cut"]} style={{ left: percent(ended_s) }} title={t("interruption")} data-cut />
        ))}
    </>
  );
}
