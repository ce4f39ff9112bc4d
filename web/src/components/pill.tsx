import type { ReactNode } from "react";

import styles from "./pill.module.css";

/** Says a state in words; the dot only repeats it. */
export function Pill({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={styles["pill"]}>
      {tone !== "plain" && <i className={[styles["dot"], styles[tone]].join(" ")} aria-hidden="true" />}
      {children}
    </span>
  );
}

export type Tone = "plain" | "good" | "agent" | "user" | "alert";
