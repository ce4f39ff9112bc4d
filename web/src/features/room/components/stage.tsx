/** What the room is doing, in words and form, with the controls below. */
import { useTranslation } from "react-i18next";

import { Pill, type Tone } from "@/components/pill";

import { useOver, useRoom, useRoomState } from "../room-context";
import { shownQuality, useStatus } from "../state/status";
import type { Quality } from "../wire/wire";
import { Controls, type HangUpProps } from "./controls";
import type { Called } from "./live-transcript";
import { Pictures } from "./pictures";
import { Sphere } from "./sphere";
import styles from "./stage.module.css";
import { Timer } from "./timer";

const QUALITY_TONES: Record<Quality, Tone> = { unknown: "plain", good: "good", poor: "user", lost: "alert" };

export function Stage({ called, ...hanging }: HangUpProps & { called: Called }) {
  const over = useOver();
  return (
    <div className={styles["stage"]}>
      <div className={styles["top"]}>
        <span className={styles["left"]}>
          <RecordingPill />
          <Timer />
        </span>
        <QualityPill />
      </div>
      <div className={styles["middle"]}>
        <Pictures called={called} />
        <Sphere />
        <StatusWords />
      </div>
      {(!over || hanging.hangingUp) && <Controls {...hanging} />}
    </div>
  );
}

function StatusWords() {
  const { t } = useTranslation("room");
  const status = useStatus();
  const { persona } = useRoom();
  const keeping = useRoomState((state) => state.keeping && state.microphone !== "muted");
  const isEarly = keeping && (status === "connecting" || status === "waiting");
  return (
    <div>
      <small data-persona>{persona}</small>
      <p role="status" className={styles["status"]} data-agent-state={status}>
        {t(`status.${status}`, { persona })}
      </p>
      <small>{isEarly ? t("hint.early") : t(`hint.${status}`)}</small>
    </div>
  );
}

function RecordingPill() {
  const { t } = useTranslation("room");
  const { recorded } = useRoom();
  const over = useOver();
  const words = over ? "was_recorded" : "recorded";
  return (
    <span data-recorded={recorded}>
      <Pill tone={recorded && !over ? "alert" : "plain"}>{t(recorded ? words : "not_recorded")}</Pill>
    </span>
  );
}

function QualityPill() {
  const { t } = useTranslation("room");
  const quality = useRoomState(shownQuality);
  return (
    <span data-quality={quality}>
      <Pill tone={QUALITY_TONES[quality]}>{t(`quality.${quality}`)}</Pill>
    </span>
  );
}
