import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { ProblemPanel } from "@/components/problem-panel";

import { LIFETIME_NAMES, LIFETIMES, type Lifetime } from "../lifetimes";
import styles from "./link-form.module.css";

interface LinkFormProps {
  busy: boolean;
  error: unknown;
  onMake: (lastsH: number) => void;
}

export function LinkForm({ busy, error, onMake }: LinkFormProps) {
  const { t } = useTranslation("sharing");
  const [lifetime, setLifetime] = useState<Lifetime>("week");
  const form = useRef<HTMLDivElement>(null);
  // Where one begins, also when the form comes back: what was pressed for it is gone.
  useEffect(() => { form.current?.querySelector<HTMLInputElement>(":checked")?.focus(); }, []);
  return (
    <div ref={form} className={styles["form"]}>
      <fieldset className={styles["lifetimes"]}>
        <legend>{t("lasts")}</legend>
        {LIFETIME_NAMES.map((name) => (
          <label key={name}>
            <input
              type="radio"
              name="lifetime"
              checked={name === lifetime}
              onChange={() => { setLifetime(name); }}
            />
            <span>{t(`last.${name}`)}</span>
          </label>
        ))}
      </fieldset>
      <Button kind="primary" busy={busy} onClick={() => { onMake(LIFETIMES[lifetime]); }}>
        {t("make")}
      </Button>
      {error !== null && <ProblemPanel error={error} retry={() => { onMake(LIFETIMES[lifetime]); }} />}
    </div>
  );
}
