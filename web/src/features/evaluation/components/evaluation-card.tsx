/** How a talk went, as a judge sees it: each score with its reason, which leads to the second that shows it. */
import { useTranslation } from "react-i18next";

import type { Evaluation, Message, Score, Session } from "@/api/types";
import { Button } from "@/components/button";
import { Card } from "@/components/card";
import { ProblemPanel } from "@/components/problem-panel";
import { clock } from "@/i18n/times";

import { useAskedEvaluation, useJudgeAgain } from "../api/evaluation";
import styles from "./evaluation-card.module.css";

export interface EvaluationCardProps {
  session: Session;
  messages: Message[];
  /** Null where there is nothing to hear. */
  hear: ((talkS: number) => void) | null;
}

export function EvaluationCard({ session, messages, hear }: EvaluationCardProps) {
  const { data: evaluation, isPending } = useAskedEvaluation(session.id);
  if (isPending) {
    return <Card className={styles["awaited"]} aria-hidden="true" />;
  }
  if (evaluation === undefined || evaluation.status === "nothing_to_judge") {
    return null;
  }
  return <Said evaluation={evaluation} status={evaluation.status} session={session} messages={messages} hear={hear} />;
}

interface SaidProps extends EvaluationCardProps {
  evaluation: Evaluation;
  status: Exclude<Evaluation["status"], "nothing_to_judge">;
}

function Said({ evaluation, status, session, messages, hear }: SaidProps) {
  const { t } = useTranslation("evaluation");
  const again = useJudgeAgain(session.id);
  const { judge, scores, flags } = evaluation;
  return (
    <Card className={styles["evaluation"]} aria-labelledby="evaluation-title" data-evaluation={status}>
      <div className={styles["head"]}>
        <h2 id="evaluation-title">{t("title")}</h2>
        {status !== "pending" && (
          <Button kind="quiet" busy={again.isPending} onClick={() => { again.mutate(); }}>
            {t(status === "judged" ? "judge_again" : "judge")}
          </Button>
        )}
      </div>
      <p className={styles["about"]} role="status">
        {status === "judged" && judge !== null ? t(`by.${judge.kind}`, { name: judge.name }) : t(`status.${status}`)}
        {evaluation.failure !== null && ` ${t(`failure.${evaluation.failure}`)}`}
      </p>
      {again.error !== null && <ProblemPanel error={again.error} />}
      {flags.map((flag) => <p key={flag} className={styles["flag"]}>{t(`flag.${flag}`)}</p>)}
      {scores.length > 0 && (
        <ul className={styles["scores"]}>
          {scores.map((score) => (
            <Line key={score.metric} score={score} language={session.language} messages={messages} hear={hear} />
          ))}
        </ul>
      )}
    </Card>
  );
}

interface LineProps {
  score: Score;
  /** Reasons are in the language of the talk. */
  language: string;
  messages: Message[];
  hear: EvaluationCardProps["hear"];
}

function Line({ score, language, messages, hear }: LineProps) {
  const { t } = useTranslation("evaluation");
  const { metric, value, reason } = score;
  const shown = messages.filter(({ id }) => score.message_ids.includes(id));
  return (
    <li data-metric={metric}>
      <div className={styles["metric"]}>
        <span>{t(`metric.${metric}`)}</span>
        <Meter value={value} />
      </div>
      <p lang={language}>{reason}</p>
      {shown.length > 0 && (
        <p className={styles["moments"]}>
          {shown.map(({ id, started_s }) => <Moment key={id} atS={started_s} hear={hear} />)}
        </p>
      )}
    </li>
  );
}

const HIGHEST = 5;

function Meter({ value }: { value: number | null }) {
  const { t } = useTranslation("evaluation");
  if (value === null) {
    return <span className={styles["unscored"]}>{t("unscored")}</span>;
  }
  return (
    <span className={styles["meter"]} data-value={value}>
      <span className={styles["bar"]} aria-hidden="true"><span style={{ inlineSize: `${(100 * value) / HIGHEST}%` }} /></span>
      <span className="number">{t("of", { value, highest: HIGHEST })}</span>
    </span>
  );
}

function Moment({ atS, hear }: { atS: number; hear: EvaluationCardProps["hear"] }) {
  const { t } = useTranslation("evaluation");
  const at = clock(atS);
  return hear === null ? <time>{at}</time> : (
    <button type="button" aria-label={t("hear", { at })} onClick={() => { hear(atS); }}>
      <time>{at}</time>
    </button>
  );
}
