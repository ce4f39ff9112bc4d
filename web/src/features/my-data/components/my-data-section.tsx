/** What is kept of the person, in the person's own hands. */
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { Section } from "@/components/section";

import { useLeaving } from "../use-leaving";
import { ExportPart } from "./export-part";
import { LeaveDialog } from "./leave-dialog";
import styles from "./my-data.module.css";

export function MyDataSection({ onGone }: { onGone: () => void }) {
  const { t } = useTranslation("my_data");
  const [asking, setAsking] = useState(false);
  const { leaving, begin } = useLeaving(onGone);
  return (
    <Section title={t("title")} about={t("about")}>
      {/* Who is leaving is let in nowhere: to ask for anything more would sign one out on the spot. */}
      {leaving.step !== "going" && <ExportPart />}
      <div className={styles["leave"]}>
        <Button onClick={() => { setAsking(true); }}>{t("leave")}</Button>
      </div>
      {asking && <LeaveDialog leaving={leaving} onYes={begin} onClose={() => { setAsking(false); }} />}
    </Section>
  );
}
