import type { Message } from "@/api/types";

import { useReplayState } from "../replay-context";
import { whoSaid } from "../who-said";
import styles from "./caption-line.module.css";

interface CaptionLineProps {
  messages: Message[];
  /** What to call a guest. */
  called?: ((message: Message) => string | undefined) | undefined;
}

/** The words of this moment; it keeps its place while nobody speaks. */
export function CaptionLine({ messages, called }: CaptionLineProps) {
  const on = useReplayState(({ captions, canCaption }) => captions && canCaption);
  const caption = useReplayState((state) => state.caption);
  const message = useReplayState((state) => (on && state.caption !== null ? whoSaid(messages, state.caption.text, state.nowS) : undefined));
  if (!on) {
    return null;
  }
  const name = message && called?.(message);
  return (
    <p className={styles["caption"]} data-caption data-side={caption?.side}>
      {name !== undefined && <b>{name}: </b>}
      {caption?.text}
    </p>
  );
}
