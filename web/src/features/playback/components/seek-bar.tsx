/** The talk as a waveform to seek on: the person above, EchoSphere below, and what cut or is missing marked. */
import { useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { useTranslation } from "react-i18next";

import type { Message, Recording } from "@/api/types";
import { clock } from "@/i18n/times";

import type { PlaybackPart } from "@/api/types";
import { usePeaks } from "../api/read-peaks";
import { useReplay, useReplayState } from "../replay-context";
import { barsOf, type Span } from "../timeline/bars";
import { spanOf } from "../timeline/clips";
import { Marks } from "./marks";
import styles from "./seek-bar.module.css";
import { SeekPreview } from "./seek-preview";
import { useWidth } from "./use-width";
import { Turns } from "./turns";
import { Waveform } from "./waveform";

/** One bar and the gap behind it, in pixels. */
const BAR_PX = 4;
const STEPS_S: Partial<Record<string, number>> = {
  ArrowLeft: -5,
  ArrowDown: -5,
  ArrowRight: 5,
  ArrowUp: 5,
  PageDown: -30,
  PageUp: 30,
  Home: -Infinity,
  End: Infinity,
};

interface SeekBarProps {
  messages: Message[];
  parts: PlaybackPart[];
  missing: Recording["missing"];
}

export function SeekBar({ messages, parts, missing }: SeekBarProps) {
  const span = useSpan();
  const bar = useRef<HTMLDivElement>(null);
  const count = Math.max(1, Math.floor(useWidth(bar) / BAR_PX));
  const peaks = usePeaks(parts);
  const bars = useMemo(() => barsOf(parts.map(spanOf), peaks, span, count), [parts, peaks, span, count]);
  const { hoverS, heldS, ...pointer } = usePointer(span);
  return (
    <div ref={bar} className={styles["bar"]} data-seek-bar {...pointer}>
      <Waveform bars={bars} span={span} heldS={heldS} />
      <Turns messages={messages} span={span} />
      <Marks messages={messages} missing={missing} span={span} />
      {hoverS !== null && <SeekPreview atS={hoverS} span={span} messages={messages} parts={parts} />}
      <Slider />
    </div>
  );
}

function useSpan(): Span {
  const fromS = useReplayState((state) => state.fromS);
  const toS = useReplayState((state) => state.toS);
  return useMemo(() => ({ fromS, toS }), [fromS, toS]);
}

/** What the keyboard and a screen reader meet; it moves by whole seconds, and is told of them. */
function Slider() {
  const { t } = useTranslation("playback");
  const replay = useReplay();
  const now = useReplayState(({ nowS }) => Math.round(nowS));
  const fromS = useReplayState((state) => state.fromS);
  const toS = useReplayState((state) => state.toS);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS_S[event.key];
    if (step !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      replay.seek(replay.state().nowS + step);
    }
  };
  return (
    <input
      type="range"
      className={styles["slider"]}
      aria-label={t("position")}
      aria-valuetext={t("position_of", { now: clock(now), length: clock(toS) })}
      min={Math.floor(fromS)}
      max={Math.ceil(toS)}
      value={now}
      onKeyDown={onKeyDown}
      onChange={(event) => { replay.seek(Number(event.target.value)); }}
    />
  );
}

/** Dragging shows where it would go; the sound goes there when it is let go. */
function usePointer(span: Span) {
  const replay = useReplay();
  const [hoverS, setHoverS] = useState<number | null>(null);
  const [heldS, setHeldS] = useState<number | null>(null);
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button === 0) {
      event.currentTarget.setPointerCapture(event.pointerId);
      setHeldS(talkSAt(event, span));
    }
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    setHoverS(talkSAt(event, span));
    setHeldS((held) => (held === null ? null : talkSAt(event, span)));
  };
  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    if (heldS !== null) {
      replay.seek(talkSAt(event, span));
    }
    setHeldS(null);
    if (event.pointerType === "touch") {
      setHoverS(null);
    }
  };
  const onPointerLeave = () => { setHoverS(null); };
  const onPointerCancel = () => {
    setHeldS(null);
    setHoverS(null);
  };
  return { hoverS, heldS, onPointerDown, onPointerMove, onPointerUp, onPointerLeave, onPointerCancel };
}

function talkSAt({ clientX, currentTarget }: PointerEvent<HTMLElement>, { fromS, toS }: Span): number {
  const { left, width } = currentTarget.getBoundingClientRect();
  const share = width === 0 ? 0 : Math.min(1, Math.max(0, (clientX - left) / width));
  return fromS + share * (toS - fromS);
}
