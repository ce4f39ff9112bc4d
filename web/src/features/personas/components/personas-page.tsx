/** Whom one can talk with: see them, make them, change and delete them. */
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Persona } from "@/api/types";
import { Button } from "@/components/button";
import { Card } from "@/components/card";
import { Loading } from "@/components/loading";
import { PageTitle } from "@/components/page-title";
import { ProblemPanel } from "@/components/problem-panel";
import { useRemoved } from "@/components/removals/removals-context";

import { usePersonas } from "../api/personas";
import { PersonaDialog } from "./persona-dialog";
import { PersonaRow } from "./persona-row";
import styles from "./personas-page.module.css";

export function PersonasPage() {
  const { t } = useTranslation("personas");
  const personas = usePersonas();
  const [edited, setEdited] = useState<Persona | "new" | null>(null);
  return (
    <div className={styles["page"]}>
      <div className={styles["head"]}>
        <PageTitle>{t("title")}</PageTitle>
        <Button onClick={() => { setEdited("new"); }}>{t("make")}</Button>
      </div>
      <p className={styles["about"]}>{t("about")}</p>
      {personas.isPending && <Loading />}
      {personas.isError && <ProblemPanel error={personas.error} retry={() => void personas.refetch()} />}
      {personas.data !== undefined && <PersonaList personas={personas.data} onChange={setEdited} />}
      {edited !== null && (
        <PersonaDialog persona={edited === "new" ? null : edited} onClose={() => { setEdited(null); }} />
      )}
    </div>
  );
}

function PersonaList({ personas, onChange }: { personas: Persona[]; onChange: (persona: Persona) => void }) {
  const { t } = useTranslation("personas");
  const removed = useRemoved("persona");
  const shown = personas.filter(({ id }) => !removed.has(id));
  const own = shown.some((persona) => !persona.built_in);
  return (
    <Card aria-label={t("all")}>
      {!own && <p className={styles["none"]}>{t("none")}</p>}
      <ul className={styles["list"]}>
        {shown.map((persona) => (
          <PersonaRow key={persona.id} persona={persona} onChange={() => { onChange(persona); }} />
        ))}
      </ul>
    </Card>
  );
}
