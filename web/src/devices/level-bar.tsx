/** The live level of a microphone, and in words whether it hears. */
import { useRef } from "react";
import { useTranslation } from "react-i18next";

import styles from "./microphone-check.module.css";
import { useHearing } from "./use-hearing";
import { useLevel } from "./use-level";

export function LevelBar({ track }: { track: MediaStreamTrack }) {
  const { t } = useTranslation("devices");
  const bar = useRef<HTMLDivElement>(null);
  const { hearing, onLevel } = useHearing();
  useLevel(bar, track, onLevel);
  return (
    <div className={styles["level"]}>
      <small role="status" data-hearing={hearing}>{t(`hearing.${hearing}`)}</small>
      <div ref={bar} className={styles["bar"]} aria-hidden="true">
        <i />
      </div>
    </div>
  );
}
