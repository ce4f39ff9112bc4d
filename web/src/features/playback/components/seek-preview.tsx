import type { Message } from "@/api/types";
import { clock } from "@/i18n/times";

import type { PlaybackPart } from "@/api/types";
import { useThumbnails } from "../api/read-thumbnails";
import type { Span } from "../timeline/bars";
import { shareOf } from "../timeline/share";
import { thumbnailAt, type Thumbnail } from "../timeline/thumbnails";
import styles from "./seek-bar.module.css";

interface SeekPreviewProps {
  atS: number;
  span: Span;
  messages: Message[];
  parts: PlaybackPart[];
}

/** What one would hear and see at the pointer. It is told to the eye alone: the slider says it to the ear. */
export function SeekPreview({ atS, span, messages, parts }: SeekPreviewProps) {
  const share = shareOf(atS, span);
  const thumbnail = thumbnailAt(useThumbnails(parts), atS);
  const said = messages.find(({ started_s, ended_s }) => started_s <= atS && atS < ended_s);
  return (
    <>
      <div className={styles["hover"]} style={{ left: `${share * 100}%` }} />
      <div
        className={styles["preview"]}
        // Moves along with the pointer, and never leaves the bar.
        style={{ left: `${share * 100}%`, translate: `${-share * 100}%` }}
        aria-hidden="true"
        data-seek-preview
      >
        {thumbnail !== null && <Picture {...thumbnail} />}
        <b className="number">{clock(atS)}</b>
        {said !== undefined && <span>{said.text}</span>}
      </div>
    </>
  );
}

function Picture({ url, x, y, width, height }: Thumbnail) {
  return (
    <div
      className={styles["thumbnail"]}
      style={{ width, height, backgroundImage: `url("${url}")`, backgroundPosition: `${-x}px ${-y}px` }}
      data-thumbnail
    />
  );
}
