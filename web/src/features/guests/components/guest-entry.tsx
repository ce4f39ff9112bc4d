import { useId, useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";

import type { Invitation } from "@/api/types";
import { Button } from "@/components/button";
import { Card } from "@/components/card";
import { Field } from "@/components/field";
import { PageTitle } from "@/components/page-title";
import { ProblemPanel } from "@/components/problem-panel";

import type { Entering } from "../api/guests";
import styles from "./guests.module.css";

/** As in the API. */
const LONGEST = 40;

interface GuestEntryProps {
  invitation: Invitation;
  busy: boolean;
  error: unknown;
  onEnter: (entering: Entering) => void;
}

/** What a guest is told and asked before they come in: of a recorded talk the press itself is their yes. */
export function GuestEntry({ invitation: { persona_name: persona, recorded }, busy, error, onEnter }: GuestEntryProps) {
  const { t } = useTranslation("guests");
  const id = useId();
  const [label, setLabel] = useState("");
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!busy) {
      onEnter({ label, consent: recorded });
    }
  };
  return (
    <Card className={styles["entry"]}>
      <PageTitle>{t("enter_title", { persona })}</PageTitle>
      <p>{t("enter_about")}</p>
      <form onSubmit={submit} className={styles["form"]}>
        <Field label={t("label")} htmlFor={id}>
          <input
            id={id}
            value={label}
            maxLength={LONGEST}
            autoComplete="nickname"
            aria-describedby={`${id}-about`}
            onChange={({ target }) => { setLabel(target.value); }}
          />
        </Field>
        <small id={`${id}-about`}>{t("label_about")}</small>
        {recorded && <p data-recorded>{t("recorded")}</p>}
        {error !== null && <ProblemPanel error={error} />}
        <Button kind="primary" type="submit" busy={busy}>
          {recorded ? t("join_recorded") : t("join")}
        </Button>
      </form>
    </Card>
  );
}
