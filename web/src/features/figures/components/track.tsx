import { memo, useMemo, type KeyboardEvent, type PointerEvent } from "react";
import { useTranslation } from "react-i18next";

import type { Message, Turn } from "@/api/types";
import { clock } from "@/i18n/times";

import type { Heard } from "../heard";
import { inMs } from "@/i18n/in-ms";
import { cutsOf, LANES, lanesOf, stretchOf, type Span } from "../timeline/lanes";
import { ticksOf } from "../timeline/zoom";
import { useCanSeek, useMomentS } from "../use-heard";
import styles from "./track.module.css";

interface TrackProps {
  turns: Turn[];
  messages: Message[];
  span: Span;
  zoom: number;
  heard: Heard;
}

export function Track(props: TrackProps) {
  const { span, heard, turns } = props;
  const canSeek = useCanSeek(heard);
  const seekTo = (event: PointerEvent<HTMLElement>) => {
    if (canSeek && event.button === 0) {
      const { left, width } = event.currentTarget.getBoundingClientRect();
      heard.seek(span.fromS + ((event.clientX - left) / Math.max(1, width)) * (span.toS - span.fromS));
    }
  };
  return (
    <div className={styles["track"]} data-timeline onPointerUp={seekTo}>
      <Drawing {...props} />
      {turns.map((turn, index) => (
        <TurnButton key={turn.id} turn={turn} number={index + 1} span={span} hear={canSeek ? heard.seek : null} />
      ))}
      <Cursor heard={heard} span={span} />
    </div>
  );
}

/** Nothing of it moves while one listens. */
const Drawing = memo(function Drawing({ turns, messages, span, zoom }: TrackProps) {
  const { t } = useTranslation("figures");
  const lanes = useMemo(() => lanesOf(turns, messages), [turns, messages]);
  const place = placeIn(span);
  return (
    <div aria-hidden="true">
      {LANES.map((lane) => (
        <div key={lane} className={styles["lane"]}>
          <span className={styles["name"]}>{t(`lane.${lane}`)}</span>
          {lanes[lane].map(({ key, fromS, toS }) => (
            <i key={key} className={styles[lane]} style={place(fromS, toS)} data-lane={lane} />
          ))}
        </div>
      ))}
      {cutsOf(messages).map(({ key, atS }) => (
        <i key={key} className={styles["cut"]} style={{ left: place(atS, atS).left }} title={t("interruption")} data-cut-short />
      ))}
      <div className={styles["axis"]}>
        {ticksOf(span, zoom).map((second) => (
          <span key={second} className="number" style={{ left: place(second, second).left }}>{clock(second)}</span>
        ))}
      </div>
    </div>
  );
});

interface TurnButtonProps {
  turn: Turn;
  number: number;
  span: Span;
  /** Null where there is nothing to hear. */
  hear: ((talkS: number) => void) | null;
}

/** The whole of a turn, to be heard by a press; the pointer goes to where it points instead. */
function TurnButton({ turn, number, span, hear }: TurnButtonProps) {
  const { t, i18n } = useTranslation("figures");
  const { fromS, toS } = stretchOf(turn);
  const at = clock(fromS);
  const took = turn.voice_to_voice_s;
  const name = took === null ? t("turn", { number, at }) : t("turn_took", { number, at, took: inMs(took, i18n.language) });
  return (
    <button
      type="button"
      className={styles["turn"]}
      style={placeIn(span)(fromS, toS)}
      aria-label={name}
      aria-disabled={hear === null}
      title={name}
      // Of a pointer the track knows the very moment.
      onClick={(event) => { if (event.detail === 0) hear?.(fromS); }}
      onKeyDown={moveAlong}
      data-turn-of={turn.id}
    />
  );
}

/** From turn to turn by the arrows, beside the tabulator. */
function moveAlong(event: KeyboardEvent<HTMLButtonElement>) {
  const { previousElementSibling, nextElementSibling } = event.currentTarget;
  const beside = { ArrowLeft: previousElementSibling, ArrowRight: nextElementSibling }[event.key];
  if (beside instanceof HTMLButtonElement) {
    event.preventDefault();
    event.stopPropagation();
    beside.focus();
  }
}

function Cursor({ heard, span }: { heard: Heard; span: Span }) {
  const momentS = useMomentS(heard);
  return momentS === null ? null : (
    <div className={styles["cursor"]} style={{ left: placeIn(span)(momentS, momentS).left }} data-moment={momentS} />
  );
}

function placeIn({ fromS, toS }: Span) {
  const share = (talkS: number) => (toS <= fromS ? 0 : Math.min(1, Math.max(0, (talkS - fromS) / (toS - fromS))));
  return (from: number, to: number) => ({ left: `${share(from) * 100}%`, right: `${(1 - share(to)) * 100}%` });
}
