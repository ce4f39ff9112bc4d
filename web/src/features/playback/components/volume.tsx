import { Volume2, VolumeX } from "lucide-react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";

import { useReplay, useReplayState } from "../replay-context";
import styles from "./settings.module.css";

export function Volume() {
  const { t } = useTranslation("playback");
  const replay = useReplay();
  const muted = useReplayState((state) => state.muted);
  const volume = useReplayState((state) => state.volume);
  const Icon = muted || volume === 0 ? VolumeX : Volume2;
  return (
    <div className={styles["volume"]}>
      <Button
        kind="quiet"
        className={styles["icon"]}
        aria-label={t(muted ? "unmute" : "mute")}
        aria-keyshortcuts="m"
        onClick={() => { replay.liking.toggleMute(); }}
      >
        <Icon size={18} aria-hidden="true" />
      </Button>
      <input
        type="range"
        aria-label={t("volume")}
        min={0}
        max={100}
        step={5}
        value={muted ? 0 : Math.round(volume * 100)}
        onChange={(event) => { replay.liking.setVolume(Number(event.target.value) / 100); }}
      />
    </div>
  );
}
