/** The only place where a failure becomes words: what happened, and what to do. */
import { useTranslation } from "react-i18next";

import { isProblem } from "@/api/client";
import type { en } from "@/i18n/words";

import { Button } from "./button";
import styles from "./problem-panel.module.css";

type KnownCode = keyof typeof en.problem;

interface ProblemPanelProps {
  error: unknown;
  retry?: (() => void) | undefined;
}

export function ProblemPanel({ error, retry }: ProblemPanelProps) {
  const { t, i18n } = useTranslation("shared");
  const requestId = isProblem(error) ? error.requestId : null;
  const isKnown = (code: string): code is KnownCode => i18n.exists(`problem.${code}`, { ns: "shared" });
  const code = codeOf(error, isKnown);
  return (
    <div role="alert" className={styles["panel"]} data-problem={code}>
      <p>{t(`problem.${code}`)}</p>
      {requestId !== null && <small>{t("problem_reference", { id: requestId })}</small>}
      {retry !== undefined && mayPass(error) && <Button onClick={retry}>{t("retry")}</Button>}
    </div>
  );
}

/** Whether trying again can help; a defect of ours may be gone when it is drawn again. */
function mayPass(error: unknown): boolean {
  return !isProblem(error) || error.retryable;
}

/** A code that the page has no words for is told apart by its status alone. */
function codeOf(error: unknown, isKnown: (code: string) => code is KnownCode): KnownCode {
  if (!isProblem(error)) {
    return "unknown";
  }
  return isKnown(error.code) ? error.code : error.retryable ? "unavailable" : "unknown";
}
