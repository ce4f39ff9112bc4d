import { memo } from "react";

import { useReplayState } from "../replay-context";
import type { Bar, Span } from "../timeline/bars";
import { linesOf } from "../timeline/lines";
import { shareOf } from "../timeline/share";
import styles from "./seek-bar.module.css";

interface WaveformProps {
  bars: Bar[];
  span: Span;
  /** Where the pointer holds the mark; null while nobody does. */
  heldS: number | null;
}

/** What was heard is drawn strongly, what is to come softly; only the mark and the edge between move. */
export function Waveform({ bars, span, heldS }: WaveformProps) {
  const nowS = useReplayState((state) => state.nowS);
  const share = shareOf(heldS ?? nowS, span);
  return (
    <>
      <div className={styles["wave"]}>
        <div className={[styles["layer"], styles["ahead"]].join(" ")}>
          <Lines bars={bars} />
        </div>
        <div className={styles["layer"]} style={{ clipPath: `inset(0 ${(1 - share) * 100}% 0 0)` }}>
          <Lines bars={bars} />
        </div>
      </div>
      <div className={styles["cursor"]} style={{ left: `${share * 100}%` }} data-cursor />
    </>
  );
}

const Lines = memo(function Lines({ bars }: { bars: Bar[] }) {
  const { person, agent } = linesOf(bars);
  return (
    <svg
      className={styles["layer"]}
      viewBox={`0 0 ${bars.length * 4} 100`}
      preserveAspectRatio="none"
      fill="none"
      strokeWidth={2.4}
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path className={styles["middle"]} d={`M0 50H${bars.length * 4}`} strokeWidth={1} vectorEffect="non-scaling-stroke" />
      <path className={styles["person"]} d={person} vectorEffect="non-scaling-stroke" data-wave="person" />
      <path className={styles["agent"]} d={agent} vectorEffect="non-scaling-stroke" data-wave="agent" />
    </svg>
  );
});
