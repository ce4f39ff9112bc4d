/** How it is heard: captions, speed, quality, volume. */
import { Captions, CaptionsOff, Keyboard, PictureInPicture2 } from "lucide-react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { useShowKeys } from "@/components/keys/keys-context";

import { useReplay, useReplayState } from "../replay-context";
import { RATES } from "../replay-state";
import { QualityChoice } from "./quality-choice";
import styles from "./settings.module.css";
import { Volume } from "./volume";

export function Settings() {
  const { t } = useTranslation("playback");
  const showKeys = useShowKeys();
  return (
    <div className={styles["settings"]}>
      <CaptionsButton />
      <SpeedChoice />
      <QualityChoice />
      <Volume />
      <PictureInPictureButton />
      <Button
        kind="quiet"
        className={[styles["icon"], styles["keys"]].join(" ")}
        aria-label={t("keys")}
        aria-haspopup="dialog"
        aria-keyshortcuts="?"
        onClick={showKeys}
      >
        <Keyboard size={18} aria-hidden="true" />
      </Button>
    </div>
  );
}

function CaptionsButton() {
  const { t } = useTranslation("playback");
  const replay = useReplay();
  const on = useReplayState((state) => state.captions);
  const can = useReplayState((state) => state.canCaption);
  if (!can) {
    return null;
  }
  const Icon = on ? Captions : CaptionsOff;
  return (
    <Button
      kind="quiet"
      className={styles["icon"]}
      aria-label={t("captions")}
      aria-pressed={on}
      aria-keyshortcuts="c"
      onClick={() => { replay.liking.toggleCaptions(); }}
    >
      <Icon size={20} aria-hidden="true" />
    </Button>
  );
}

function SpeedChoice() {
  const { t } = useTranslation("playback");
  const replay = useReplay();
  const rate = useReplayState((state) => state.rate);
  return (
    <select
      className={styles["choice"]}
      aria-label={t("speed")}
      value={rate}
      onChange={(event) => { replay.liking.setRate(Number(event.target.value)); }}
    >
      {RATES.map((one) => (
        <option key={one} value={one}>
          {one}×
        </option>
      ))}
    </select>
  );
}

function PictureInPictureButton() {
  const { t } = useTranslation("playback");
  const replay = useReplay();
  const picture = useReplayState((state) => state.picture);
  if (!picture || !document.pictureInPictureEnabled) {
    return null;
  }
  const toggle = () => (document.pictureInPictureElement === null ? replay.media.requestPictureInPicture() : document.exitPictureInPicture());
  return (
    <Button
      kind="quiet"
      className={styles["icon"]}
      aria-label={t("picture_in_picture")}
      // Refused while the picture has not loaded; the button stays to be pressed again.
      onClick={() => void toggle().catch(() => undefined)}
    >
      <PictureInPicture2 size={18} aria-hidden="true" />
    </Button>
  );
}
