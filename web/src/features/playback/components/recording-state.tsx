import { useTranslation } from "react-i18next";

import type { Recording } from "@/api/types";
import { Card } from "@/components/card";
import { Loading } from "@/components/loading";

import { failureOf, percentOf, stepOf } from "../recording/progress";
import { MissingNotice } from "./missing-notice";
import styles from "./recording-state.module.css";

interface RecordingStateProps {
  /** Undefined while it is not known. */
  recording: Recording | undefined;
  recorded: boolean;
}

export function RecordingState({ recording, recorded }: RecordingStateProps) {
  const { t } = useTranslation("playback");
  const status = recording?.status ?? (recorded ? "recording" : "off");
  return (
    <Card className={styles["card"]} aria-label={t("recording")} data-recording={status}>
      {recording === undefined ? <BeforeItIsAsked recorded={recorded} /> : <Words recording={recording} />}
    </Card>
  );
}

function BeforeItIsAsked({ recorded }: { recorded: boolean }) {
  const { t } = useTranslation("playback");
  return <p>{t(recorded ? "going_on" : "off")}</p>;
}

function Words({ recording }: { recording: Recording }) {
  const { t } = useTranslation("playback");
  switch (recording.status) {
    case "off":
    case "none":
      return <p>{t(recording.status)}</p>;
    case "failed":
      return <Failed recording={recording} />;
    case "recording":
    case "processing":
      return <Progress recording={recording} />;
    case "ready":
      return <Loading />;
  }
}

function Progress({ recording }: { recording: Recording }) {
  const { t } = useTranslation("playback");
  const step = stepOf(recording);
  const percent = percentOf(recording);
  const words = percent === null ? t(`steps.${step}`) : t("converting_percent", { percent });
  return (
    <>
      <p role="status" data-recording-step={step}>
        {words}
      </p>
      <progress className={styles["bar"]} max={100} aria-label={words} {...(percent !== null && { value: percent })} />
      <small>{t("while_waiting")}</small>
    </>
  );
}

function Failed({ recording }: { recording: Recording }) {
  const { t } = useTranslation("playback");
  const part = failureOf(recording);
  return (
    <div role="alert" className={styles["failed"]} data-recording-failure={part?.failure}>
      <p>
        {t("failed")} {part?.failure != null && t(`failure.${part.failure}`)}
      </p>
      {part?.failure_words != null && <small>{t("service_words", { words: part.failure_words })}</small>}
      {recording.missing.length > 1 && <MissingNotice recording={recording} />}
    </div>
  );
}
