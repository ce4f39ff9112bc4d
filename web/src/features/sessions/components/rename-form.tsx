/** A talk's name, changed where it stands: Enter keeps the new one, Escape the old one. */
import { Check, X } from "lucide-react";
import { useEffect, useId, useRef, useState, type KeyboardEvent, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { ProblemPanel } from "@/components/problem-panel";

import { oneLine, TITLE_CHARACTERS } from "../one-line";
import type { Rename } from "../use-rename";
import styles from "./rename-form.module.css";

export function RenameForm({ title, rename }: { title: string | null; rename: Rename }) {
  const { t } = useTranslation("sessions");
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(title ?? "");
  const [tried, setTried] = useState(false);
  const nameless = oneLine(text) === "";
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (!nameless && !rename.busy) {
      rename.save(oneLine(text));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Escape also ends the choice of a Japanese word; that one is not meant for the form.
    if (event.key === "Escape" && !event.nativeEvent.isComposing) {
      event.stopPropagation();
      rename.cancel();
    }
  };
  return (
    <form className={styles["form"]} onSubmit={save} noValidate>
      <input
        ref={input}
        value={text}
        maxLength={TITLE_CHARACTERS}
        autoComplete="off"
        aria-label={t("name")}
        aria-invalid={tried && nameless}
        aria-describedby={id}
        onChange={(event) => { setText(event.target.value); }}
        onKeyDown={onKeyDown}
      />
      <Button type="submit" kind="quiet" busy={rename.busy} aria-label={t("rename_save")} title={t("rename_save")}>
        <Check size={16} aria-hidden="true" />
      </Button>
      <Button kind="quiet" aria-label={t("rename_cancel")} title={t("rename_cancel")} onClick={rename.cancel}>
        <X size={16} aria-hidden="true" />
      </Button>
      <small id={id} role="alert">{tried && nameless ? t("name_missing") : ""}</small>
      {rename.error !== null && <ProblemPanel error={rename.error} />}
    </form>
  );
}
