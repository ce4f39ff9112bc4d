import { useId } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { Field } from "@/components/field";

import type { useMine } from "../use-mine";
import styles from "./feedback-card.module.css";

/** As the API has it. */
const NOTE_CHARACTERS = 2_000;
/** Who writes little need not be told how much room is left. */
const COUNTED_FROM = 1_500;

export function Note({ said }: { said: ReturnType<typeof useMine> }) {
  const { t } = useTranslation("feedback");
  const id = useId();
  return (
    <form
      className={styles["note"]}
      onSubmit={(event) => {
        event.preventDefault();
        if (!said.busy) {
          said.save();
        }
      }}
    >
      <Field label={t("note")} htmlFor={id}>
        <textarea
          id={id}
          rows={3}
          maxLength={NOTE_CHARACTERS}
          value={said.note}
          onChange={(event) => { said.write(event.target.value); }}
        />
      </Field>
      {said.note.length >= COUNTED_FROM && <small>{t("left", { count: NOTE_CHARACTERS - said.note.length })}</small>}
      {said.hasChanged && <Button type="submit" kind="primary" busy={said.busy}>{t("save")}</Button>}
    </form>
  );
}
