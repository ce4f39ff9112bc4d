import { Pause, Play, RotateCcw, RotateCw } from "lucide-react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { clock } from "@/i18n/times";

import { SKIP_S } from "../keys/key-map";
import { useReplay, useReplayState } from "../replay-context";
import styles from "./transport.module.css";

export function Transport() {
  const { t } = useTranslation("playback");
  const replay = useReplay();
  const skip = (byS: number) => { replay.seek(replay.state().nowS + byS); };
  return (
    <div className={styles["transport"]}>
      <PlayButton />
      <Button kind="quiet" className={styles["skip"]} aria-label={t("back", { seconds: SKIP_S })} aria-keyshortcuts="j" onClick={() => { skip(-SKIP_S); }}>
        <RotateCcw size={18} aria-hidden="true" />
      </Button>
      <Button kind="quiet" className={styles["skip"]} aria-label={t("forward", { seconds: SKIP_S })} aria-keyshortcuts="l" onClick={() => { skip(SKIP_S); }}>
        <RotateCw size={18} aria-hidden="true" />
      </Button>
      <Clock />
      <Buffering />
    </div>
  );
}

function PlayButton() {
  const { t } = useTranslation("playback");
  const replay = useReplay();
  const playing = useReplayState((state) => state.playing);
  const Icon = playing ? Pause : Play;
  return (
    <Button
      kind="round"
      className={styles["play"]}
      aria-label={t(playing ? "pause" : "play")}
      aria-keyshortcuts="k Space"
      onClick={() => { replay.toggle(); }}
    >
      <Icon size={20} fill="currentColor" aria-hidden="true" />
    </Button>
  );
}

/** Renders once a second, not at each frame. */
function Clock() {
  const now = useReplayState(({ nowS }) => clock(nowS));
  const length = useReplayState(({ toS }) => clock(toS));
  return (
    <span className={styles["clock"]} data-clock>
      <b className="number">{now}</b> <small className="number">/ {length}</small>
    </span>
  );
}

function Buffering() {
  const { t } = useTranslation("playback");
  const waits = useReplayState(({ playing, waiting }) => playing && waiting);
  return (
    <span role="status" className="unseen" data-buffering={waits}>
      {waits ? t("buffering") : ""}
    </span>
  );
}
