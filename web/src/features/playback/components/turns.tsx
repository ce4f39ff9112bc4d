import type { Message } from "@/api/types";

import type { Span } from "../timeline/bars";
import { shareOf } from "../timeline/share";
import styles from "./turns.module.css";

interface TurnsProps {
  messages: Message[];
  span: Span;
}

/** Who has the floor when, below the waveform and on its time; what was typed is hollow, because it made no sound. */
export function Turns({ messages, span }: TurnsProps) {
  return (
    <div className={styles["turns"]} aria-hidden="true">
      {messages
        .filter(({ role }) => role !== "system")
        .map(({ id, role, via, started_s, ended_s }) => (
          <i
            key={id}
            className={[styles[role], via === "text" && role === "user" ? styles["typed"] : ""].join(" ")}
            style={{
              left: `${shareOf(started_s, span) * 100}%`,
              right: `${(1 - shareOf(ended_s, span)) * 100}%`,
            }}
            data-turn={role}
          />
        ))}
    </div>
  );
}
