/** Says that something is being deleted, for as long as one can take it back. */
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";

import type { Removal } from "./removals";
import { useAllRemovals, useRemovals } from "./removals-context";
import styles from "./removal-notice.module.css";

export function RemovalNotice() {
  const shown = useAllRemovals().filter(({ state }) => state !== "gone");
  return (
    <div role="status" className={styles["place"]}>
      {shown.map((removal) => (
        <Notice key={`${removal.kind} ${removal.id}`} {...removal} />
      ))}
    </div>
  );
}

function Notice({ state, ...removable }: Removal) {
  const { t } = useTranslation("shared");
  const removals = useRemovals();
  const failed = state === "failed";
  return (
    <div className={styles["notice"]} data-removal={state}>
      <span>{t(`removal.${failed ? "failed" : "done"}.${removable.kind}`)}</span>
      {failed && <Button onClick={() => { removals.begin(removable); }}>{t("retry")}</Button>}
      <Button onClick={() => { removals.undo(removable); }}>{t(failed ? "removal.keep" : "removal.undo")}</Button>
      {!failed && <i className={styles["time"]} aria-hidden="true" />}
    </div>
  );
}
