/** The last question before everything is deleted, and then how far it is. */
import { useId, useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { Field } from "@/components/field";
import { ProblemPanel } from "@/components/problem-panel";

import type { Leaving } from "../use-leaving";
import styles from "./my-data.module.css";

interface LeaveDialogProps {
  leaving: Leaving;
  onYes: () => void;
  onClose: () => void;
}

export function LeaveDialog({ leaving, onYes, onClose }: LeaveDialogProps) {
  const { t } = useTranslation("my_data");
  if (leaving.step === "going") {
    return (
      <Dialog title={t("going")} onClose={onClose}>
        <p role="status" data-departure="going">{t("deleted_so_far", { count: leaving.talksDeleted })}</p>
        <progress className={styles["progress"]} aria-label={t("going")} />
        <p>{t("goes_on_alone")}</p>
      </Dialog>
    );
  }
  return (
    <Dialog title={t("leave_title")} onClose={onClose}>
      <Question
        busy={leaving.step === "beginning"}
        error={leaving.step === "asking" ? leaving.error : null}
        onYes={onYes}
        onNo={onClose}
      />
    </Dialog>
  );
}

interface QuestionProps {
  busy: boolean;
  error: unknown;
  onYes: () => void;
  onNo: () => void;
}

function Question({ busy, error, onYes, onNo }: QuestionProps) {
  const { t } = useTranslation("my_data");
  const id = useId();
  const [typed, setTyped] = useState("");
  const sure = typed.trim().toLowerCase() === t("word");
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (sure && !busy) {
      onYes();
    }
  };
  return (
    <form className={styles["question"]} onSubmit={submit}>
      <p>{t("what_goes")}</p>
      <ul className={styles["what"]}>
        {(["talks", "recordings", "personas", "links", "account"] as const).map((what) => (
          <li key={what}>{t(`goes.${what}`)}</li>
        ))}
      </ul>
      <p><b>{t("for_good")}</b></p>
      <Field label={t("type_word", { word: t("word") })} htmlFor={id}>
        <input id={id} value={typed} autoComplete="off" autoCapitalize="off" onChange={(event) => { setTyped(event.target.value); }} />
      </Field>
      <div className={styles["answers"]}>
        <Button type="submit" kind="danger" busy={busy} aria-disabled={!sure}>{t("leave_yes")}</Button>
        <Button onClick={onNo}>{t("leave_no")}</Button>
      </div>
      {error !== null && <ProblemPanel error={error} />}
    </form>
  );
}
