import { useTranslation } from "react-i18next";

import { useReplay, useReplayState } from "../replay-context";
import styles from "./settings.module.css";

const AUTO = "auto";

/** The best one first; not shown where there is nothing to choose. */
export function QualityChoice() {
  const { t } = useTranslation("playback");
  const replay = useReplay();
  const qualities = useReplayState((state) => state.qualities);
  const chosen = useReplayState((state) => state.chosenQuality);
  const playing = useReplayState((state) => state.quality);
  if (qualities.length < 2) {
    return null;
  }
  const now = qualities.find(({ id }) => id === playing)?.label;
  return (
    <select
      className={styles["choice"]}
      aria-label={t("quality")}
      data-quality-now={now}
      value={chosen ?? AUTO}
      onChange={({ target: { value } }) => { replay.chooseQuality(value === AUTO ? null : Number(value)); }}
    >
      <option value={AUTO}>
        {now === undefined || chosen !== null ? t("quality_auto") : t("quality_auto_now", { quality: now })}
      </option>
      {qualities.toReversed().map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </select>
  );
}
