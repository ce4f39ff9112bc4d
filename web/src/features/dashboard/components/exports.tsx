/** The figures as files: of the days at once, of the talks as they are read. */
import { Download } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";

import type { Days } from "@/api/types";
import { Button } from "@/components/button";
import { Disclosure } from "@/components/disclosure";
import { ProblemPanel } from "@/components/problem-panel";

import type { DashboardFilter } from "../dashboard-filter";
import { dayRow } from "../export/rows";
import { periodOf } from "../period";
import { saveRows, useTalkExport, type Format } from "../use-export";
import styles from "./dashboard.module.css";

const FORMATS: readonly Format[] = ["csv", "json"];

export function Exports({ days, filter }: { days: Days; filter: DashboardFilter }) {
  const { t } = useTranslation("dashboard");
  const talks = useTalkExport(filter);
  const saveDays = (format: Format) => {
    const { from, to } = periodOf(filter, new Date());
    saveRows(`echosphere-days-${from}-${to}`, format, days.days.map(dayRow), days.days);
  };
  return (
    <Disclosure label={t("export")} icon={<Download size={16} aria-hidden="true" />}>
      <ul className={styles["list"]} data-exports>
        {FORMATS.map((format) => (
          <li key={format}>
            <Button kind="quiet" onClick={() => { saveDays(format); }}>{t("export_days", { format: format.toUpperCase() })}</Button>
          </li>
        ))}
        {FORMATS.map((format) => (
          <li key={format}>
            <Button kind="quiet" busy={talks.isPending} onClick={() => { talks.save(format); }}>
              {t("export_talks", { format: format.toUpperCase() })}
            </Button>
          </li>
        ))}
      </ul>
      {talks.isPending && <Progress read={talks.read} all={days.all.sessions} onStop={talks.stop} />}
      {talks.isCut && <p role="status">{t("export_cut", { count: talks.read })}</p>}
      {talks.error !== null && <ProblemPanel error={talks.error} />}
    </Disclosure>
  );
}

function Progress({ read, all, onStop }: { read: number; all: number; onStop: () => void }) {
  const { t } = useTranslation("dashboard");
  const id = useId();
  return (
    <div className={styles["progress"]}>
      <label htmlFor={id} role="status">{t("export_read", { read, all })}</label>
      <progress id={id} value={read} max={Math.max(all, read, 1)} />
      <Button kind="quiet" onClick={onStop}>{t("export_stop")}</Button>
    </div>
  );
}
