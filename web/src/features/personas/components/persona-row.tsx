import { Pencil, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";

import type { Persona } from "@/api/types";
import { Button } from "@/components/button";
import { Pill } from "@/components/pill";
import { useRemovals } from "@/components/removals/removals-context";

import styles from "./personas-page.module.css";

export function PersonaRow({ persona, onChange }: { persona: Persona; onChange: () => void }) {
  const { t } = useTranslation(["personas", "shared"]);
  const removals = useRemovals();
  const { id, name, languages, instructions, recorded, built_in: builtIn } = persona;
  return (
    <li className={styles["row"]} data-persona-id={id}>
      <div className={styles["who"]}>
        <b>{name}</b>
        <small>{languages.map((language) => t(`shared:language.${language}`)).join(" · ")}</small>
        {instructions !== "" && <p className={styles["told"]}>{instructions}</p>}
      </div>
      <Pill tone={recorded ? "alert" : "plain"}>{t(recorded ? "is_recorded" : "never_recorded")}</Pill>
      {!builtIn && (
        <div className={styles["actions"]}>
          <Button kind="quiet" aria-label={t("change_named", { name })} title={t("change")} onClick={onChange}>
            <Pencil size={16} aria-hidden="true" />
          </Button>
          <Button
            kind="quiet"
            aria-label={t("delete_named", { name })}
            title={t("delete")}
            onClick={() => { removals.begin({ kind: "persona", id }); }}
          >
            <Trash2 size={16} aria-hidden="true" />
          </Button>
        </div>
      )}
    </li>
  );
}
