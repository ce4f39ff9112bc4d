/** A copy of everything, from the wish to the files. */
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";

import type { DataExport } from "@/api/types";
import { Button } from "@/components/button";
import { ProblemPanel } from "@/components/problem-panel";
import { dayAndTime } from "@/i18n/times";

import { useAskForExport, useExport } from "../api/exports";
import styles from "./my-data.module.css";

export function ExportPart() {
  const { t } = useTranslation("my_data");
  const last = useExport();
  const ask = useAskForExport();
  const error = ask.error ?? last.error;
  const making = last.data?.status === "making";
  return (
    <div className={styles["export"]}>
      <p>{t("export_about")}</p>
      <div role="status" className={styles["state"]} data-export={last.data?.status ?? "none"}>
        {making && <p>{t("making", { count: last.data?.talks ?? 0 })}</p>}
        {last.data?.status === "ready" && <Ready copy={last.data} />}
      </div>
      {!making && (
        <Button busy={ask.isPending || last.isPending} onClick={() => { ask.mutate(); }}>
          {t(last.data?.status === "ready" ? "export_again" : "export")}
        </Button>
      )}
      {error !== null && <ProblemPanel error={error} retry={() => void last.refetch()} />}
    </div>
  );
}

function Ready({ copy }: { copy: DataExport }) {
  const { t, i18n } = useTranslation("my_data");
  return (
    <>
      <p>{t("ready", { count: copy.talks, when: dayAndTime(copy.asked_at, i18n.language) })}</p>
      <ul className={styles["files"]}>
        {copy.files.map(({ name, url }) => (
          <li key={name}>
            <a href={url} download={name}>
              <Download size={16} aria-hidden="true" /> {name}
            </a>
          </li>
        ))}
      </ul>
      <p><small>{t("kept_until", { when: dayAndTime(copy.expires_at, i18n.language) })}</small></p>
    </>
  );
}
