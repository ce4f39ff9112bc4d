/** What is kept of the person, in the person's own hands. */
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { Section } from "@/components/section";

import { ExportPart } from "./export-part";
import { LeaveDialog } from "./leave-dialog";

export function MyDataSection({ onGone }: { onGone: () => void }) {
  const { t } = useTranslation("my_data");
  const [asking, setAsking] = useState(false);
  return (
    <Section title={t("title")} about={t("about")}>
      <ExportPart />
      <Button onClick={() => { setAsking(true); }}>{t("leave")}</Button>
      {asking && <LeaveDialog onClose={() => { setAsking(false); }} onGone={onGone} />}
    </Section>
  );
}
