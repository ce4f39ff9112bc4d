import { useId, useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";

import type { Language, PersonaDraft } from "@/api/types";
import { Button } from "@/components/button";
import { Field } from "@/components/field";
import { ProblemPanel } from "@/components/problem-panel";
import { Toggle } from "@/components/toggle";

import { INSTRUCTIONS_CHARACTERS, NAME_CHARACTERS } from "../limits";
import { LanguagesField } from "./languages-field";
import styles from "./persona-form.module.css";

interface PersonaFormProps {
  initial: PersonaDraft;
  busy: boolean;
  error: unknown;
  onSave: (draft: PersonaDraft) => void;
}

export function PersonaForm({ initial, busy, error, onSave }: PersonaFormProps) {
  const { t } = useTranslation("personas");
  const id = useId();
  const [name, setName] = useState(initial.name);
  const [instructions, setInstructions] = useState(initial.instructions);
  const [languages, setLanguages] = useState<Language[]>(initial.languages);
  const [recorded, setRecorded] = useState(initial.recorded);
  const [tried, setTried] = useState(false);
  const nameless = name.trim() === "";
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (!nameless && languages.length > 0 && !busy) {
      onSave({ name: name.trim(), languages, instructions: instructions.trim(), recorded });
    }
  };
  return (
    <form className={styles["form"]} onSubmit={save} noValidate>
      <Field label={t("name")} htmlFor={`${id}-name`}>
        <input
          id={`${id}-name`}
          value={name}
          maxLength={NAME_CHARACTERS}
          placeholder={t("name_example")}
          autoComplete="off"
          aria-invalid={tried && nameless}
          aria-describedby={`${id}-nameless`}
          onChange={(event) => { setName(event.target.value); }}
        />
        <small id={`${id}-nameless`} role="alert">{tried && nameless ? t("name_missing") : ""}</small>
      </Field>
      <Field label={t("instructions")} htmlFor={`${id}-told`}>
        <textarea
          id={`${id}-told`}
          value={instructions}
          rows={6}
          maxLength={INSTRUCTIONS_CHARACTERS}
          aria-describedby={`${id}-about`}
          onChange={(event) => { setInstructions(event.target.value); }}
        />
        <small id={`${id}-about`}>
          {t("instructions_about")} {t("offline")}{" "}
          <span className="number">{t("characters", { used: instructions.length, most: INSTRUCTIONS_CHARACTERS })}</span>
        </small>
      </Field>
      <LanguagesField chosen={languages} missing={tried && languages.length === 0} onChoose={setLanguages} />
      <div>
        <Toggle label={t("recorded")} checked={recorded} onChange={setRecorded} />
        <small className={styles["about"]}>{t("recorded_about")}</small>
      </div>
      <Button type="submit" kind="primary" busy={busy}>
        {t("save")}
      </Button>
      {error !== null && <ProblemPanel error={error} />}
    </form>
  );
}
