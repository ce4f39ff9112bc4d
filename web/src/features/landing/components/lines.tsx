/** What is said, as in the room: the line that is heard is marked, and each leads to its moment. */
import { useTranslation } from "react-i18next";

import { clock } from "@/i18n/times";

import type { ExampleLine, ExampleTalk } from "../example-talk";
import styles from "./lines.module.css";

interface LinesProps {
  talk: ExampleTalk;
  /** The number of the line that is heard; -1 for none. */
  current: number;
  onHear: (fromS: number) => void;
}

export function Lines({ talk, current, onHear }: LinesProps) {
  const { t } = useTranslation("landing");
  return (
    <ol className={styles["lines"]} aria-label={t("example.lines")} lang={talk.language}>
      {talk.lines.map((line, index) => (
        <li
          key={line.startedS}
          className={styles[line.role]}
          aria-current={index === current ? "true" : undefined}
        >
          <LineHead line={line} onHear={onHear} />
          <p>{line.text}</p>
        </li>
      ))}
    </ol>
  );
}

function LineHead({ line, onHear }: { line: ExampleLine; onHear: (fromS: number) => void }) {
  const { t, i18n } = useTranslation("landing");
  const time = clock(line.startedS);
  return (
    <small lang={i18n.language}>
      {line.role === "user" ? t("example.person") : "EchoSphere"}
      {line.via === "text" && <> · {t("example.typed")}</>}
      {line.interrupted && <span className={styles["cut"]}>· {t("example.interrupted")}</span>}
      <button type="button" aria-label={t("example.hear_from", { time })} onClick={() => { onHear(line.startedS); }}>
        <time>{time}</time>
      </button>
    </small>
  );
}
