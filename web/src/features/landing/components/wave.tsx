/** Both voices on one line of time, the person's above and the AI's below, with the mark that one can move. */
import { memo, type CSSProperties } from "react";
import { useTranslation } from "react-i18next";

import { clock } from "@/i18n/times";

import type { ExampleTalk } from "../example-talk";
import styles from "./wave.module.css";

interface WaveProps {
  talk: ExampleTalk;
  nowS: number;
  onSeek: (toS: number) => void;
}

export function Wave({ talk, nowS, onSeek }: WaveProps) {
  const { t } = useTranslation("landing");
  const share: CSSProperties & Record<"--share", number> = { "--share": nowS / talk.lengthS };
  return (
    <div className={styles["wave"]} style={share}>
      <div className={styles["ahead"]}>
        <Bars talk={talk} />
      </div>
      <div className={styles["heard"]}>
        <Bars talk={talk} />
      </div>
      <input
        type="range"
        aria-label={t("example.position")}
        aria-valuetext={t("example.position_now", { now: clock(nowS), length: clock(talk.lengthS) })}
        min={0}
        max={talk.lengthS}
        step={1}
        value={nowS}
        onChange={(event) => { onSeek(event.target.valueAsNumber); }}
      />
    </div>
  );
}

/** One bar for so many peaks, in a box of four for each bar. */
const PEAKS_OF_A_BAR = 2;
const BAR = 4;
const SILENT = 0.05;

const Bars = memo(function Bars({ talk }: { talk: ExampleTalk }) {
  const width = Math.ceil(talk.person.length / PEAKS_OF_A_BAR) * BAR;
  return (
    <svg viewBox={`0 0 ${width} 100`} preserveAspectRatio="none" aria-hidden="true">
      <path className={styles["person"]} d={strokes(talk.person, -1)} vectorEffect="non-scaling-stroke" />
      <path className={styles["agent"]} d={strokes(talk.agent, 1)} vectorEffect="non-scaling-stroke" />
    </svg>
  );
});

function strokes(peaks: readonly number[], direction: 1 | -1): string {
  const top = Math.max(1, ...peaks);
  return Array.from({ length: Math.ceil(peaks.length / PEAKS_OF_A_BAR) }, (_, bar) => {
    const height = Math.max(...peaks.slice(bar * PEAKS_OF_A_BAR, (bar + 1) * PEAKS_OF_A_BAR)) / top;
    return height < SILENT ? "" : `M${bar * BAR + BAR / 2} ${50 + direction * 2.5}v${(direction * height * 44).toFixed(1)}`;
  }).join("");
}
