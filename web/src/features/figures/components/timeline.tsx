/** The talk as lanes on the time of the player: who spoke, and what the agent was at between. */
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { Maximize2, ZoomIn, ZoomOut } from "lucide-react";

import type { Message, Turn } from "@/api/types";
import { Button } from "@/components/button";

import type { Heard } from "../heard";
import type { Span } from "../timeline/lanes";
import { deepestZoom, zoomed } from "../timeline/zoom";
import { useMomentS } from "../use-heard";
import styles from "./timeline.module.css";
import { Track } from "./track";

interface TimelineProps {
  turns: Turn[];
  messages: Message[];
  span: Span;
  heard: Heard;
}

export function Timeline({ turns, messages, span, heard }: TimelineProps) {
  const { t } = useTranslation("figures");
  const [zoom, setZoom] = useState(1);
  const window = useFollowing({ heard, span, zoom });
  const change = (by: 1 | -1) => { setZoom((now) => zoomed(now, by, span)); };
  return (
    // The keys of what is inside, wherever the focus is in it.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={(event) => { onZoomKey(event, change); }}>
      <div className={styles["tools"]}>
        <Button kind="quiet" aria-label={t("zoom_out")} disabled={zoom === 1} onClick={() => { change(-1); }}>
          <ZoomOut size={18} aria-hidden="true" />
        </Button>
        <Button kind="quiet" aria-label={t("zoom_in")} disabled={zoom >= deepestZoom(span)} onClick={() => { change(1); }}>
          <ZoomIn size={18} aria-hidden="true" />
        </Button>
        <Button kind="quiet" aria-label={t("whole")} disabled={zoom === 1} onClick={() => { setZoom(1); }}>
          <Maximize2 size={18} aria-hidden="true" />
        </Button>
      </div>
      <div ref={window} className={styles["window"]} role="group" aria-label={t("timeline")} data-zoom={zoom}>
        <div className={styles["sheet"]} style={{ width: `${zoom * 100}%` }}>
          <Track turns={turns} messages={messages} span={span} zoom={zoom} heard={heard} />
        </div>
      </div>
    </div>
  );
}

function onZoomKey(event: KeyboardEvent, change: (by: 1 | -1) => void) {
  if ((event.key === "+" || event.key === "-") && !event.ctrlKey && !event.metaKey) {
    event.stopPropagation();
    change(event.key === "+" ? 1 : -1);
  }
}

interface Following {
  heard: Heard;
  span: Span;
  zoom: number;
}

/** What is heard stays in sight, as does the middle of what one zooms into. */
function useFollowing({ heard, span, zoom }: Following) {
  const window = useRef<HTMLDivElement>(null);
  const momentS = useMomentS(heard);
  const middle = useRef(0.5);
  useEffect(() => {
    const element = window.current;
    if (element !== null && zoom > 1) {
      element.scrollLeft = middle.current * element.scrollWidth - element.clientWidth / 2;
    }
  }, [zoom]);
  useEffect(() => {
    const element = window.current;
    if (element === null || momentS === null || span.toS <= span.fromS) {
      return;
    }
    const at = ((momentS - span.fromS) / (span.toS - span.fromS)) * element.scrollWidth;
    middle.current = at / Math.max(1, element.scrollWidth);
    if (at < element.scrollLeft || at > element.scrollLeft + element.clientWidth) {
      element.scrollLeft = at - element.clientWidth / 4;
    }
  }, [momentS, span, zoom]);
  return window;
}
