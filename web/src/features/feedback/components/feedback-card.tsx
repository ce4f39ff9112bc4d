/** A thumb and a note of one's own on a talk, beside what the judge and one's colleagues say. */
import { ThumbsDown, ThumbsUp } from "lucide-react";
import { useTranslation } from "react-i18next";

import type { Feedback, OneFeedback } from "@/api/types";
import { Button } from "@/components/button";
import { Card } from "@/components/card";
import { ProblemPanel } from "@/components/problem-panel";

import { useFeedback } from "../api/feedback";
import { useMine } from "../use-mine";
import { Compared, type Judged } from "./compared";
import styles from "./feedback-card.module.css";
import { Note } from "./note";

const ICONS = { up: ThumbsUp, down: ThumbsDown };
const THUMBS = ["up", "down"] as const;

interface FeedbackCardProps {
  sessionId: string;
  judged: Judged;
}

export function FeedbackCard({ sessionId, judged }: FeedbackCardProps) {
  const { data, error, refetch } = useFeedback(sessionId);
  if (data === undefined) {
    return error === null ? <Card className={styles["awaited"]} aria-hidden="true" /> : <ProblemPanel error={error} retry={() => void refetch()} />;
  }
  return <Told key={sessionId} sessionId={sessionId} judged={judged} feedback={data} />;
}

function Told({ sessionId, judged, feedback: { mine, others } }: FeedbackCardProps & { feedback: Feedback }) {
  const { t } = useTranslation(["feedback", "shared"]);
  const said = useMine(sessionId, mine);
  return (
    <Card className={styles["feedback"]} aria-labelledby="feedback-title" data-feedback={mine?.thumb ?? "none"}>
      <div className={styles["head"]}>
        <h2 id="feedback-title">{t("title")}</h2>
        <div className={styles["thumbs"]} role="group" aria-label={t("ask")}>
          {THUMBS.map((thumb) => {
            const Icon = ICONS[thumb];
            return (
              <Button
                key={thumb}
                className={styles[thumb]}
                aria-label={t(`thumb.${thumb}`)}
                title={t(`thumb.${thumb}`)}
                aria-pressed={mine?.thumb === thumb}
                busy={said.busy}
                onClick={() => { said.press(thumb); }}
              >
                <Icon size={18} aria-hidden="true" />
              </Button>
            );
          })}
        </div>
      </div>
      <Compared thumb={mine?.thumb ?? null} judged={judged} />
      {mine !== null && <Note said={said} />}
      <p role="status" className={styles["saved"]}>
        {said.undo !== null && (
          <>
            {t("saved")}
            <Button kind="quiet" busy={said.busy} onClick={said.undo}>{t("shared:removal.undo")}</Button>
          </>
        )}
      </p>
      {said.error !== null && <ProblemPanel error={said.error} />}
      {others.length > 0 && <Others others={others} />}
    </Card>
  );
}

function Others({ others }: { others: OneFeedback[] }) {
  const { t } = useTranslation("feedback");
  return (
    <>
      <h3 id="others-title" className={styles["about"]}>{t("others")}</h3>
      <ul className={styles["others"]} aria-labelledby="others-title">
        {others.map(({ thumb, note, changed_at }) => {
          const Icon = ICONS[thumb];
          return (
            <li key={changed_at}>
              <Icon size={16} role="img" aria-label={t(`thumb.${thumb}`)} />
              <span>{note === "" ? t("no_note") : note}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
