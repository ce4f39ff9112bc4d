import { useReplayState } from "../replay-context";
import styles from "./caption-line.module.css";

/** The words of this moment; it keeps its place while nobody speaks. */
export function CaptionLine() {
  const on = useReplayState(({ captions, canCaption }) => captions && canCaption);
  const caption = useReplayState((state) => state.caption);
  if (!on) {
    return null;
  }
  return (
    <p className={styles["caption"]} data-caption data-side={caption?.side}>
      {caption?.text}
    </p>
  );
}
