/** Says that a talk is being deleted, for as long as one can take it back. */
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";

import type { Removal } from "../removals";
import { useAllRemovals, useRemovals } from "../removals-context";
import styles from "./removal-notice.module.css";

export function RemovalNotice() {
  const shown = useAllRemovals().filter(({ state }) => state !== "gone");
  return (
    <div role="status" className={styles["place"]}>
      {shown.map((removal) => (
        <Notice key={removal.sessionId} {...removal} />
      ))}
    </div>
  );
}

function Notice({ sessionId, state }: Removal) {
  const { t } = useTranslation(["sessions", "shared"]);
  const removals = useRemovals();
  const failed = state === "failed";
  return (
    <div className={styles["notice"]} data-removal={state}>
      <span>{t(failed ? "delete_failed" : "deleted")}</span>
      {failed && <Button onClick={() => { removals.begin(sessionId); }}>{t("shared:retry")}</Button>}
      <Button onClick={() => { removals.undo(sessionId); }}>{t(failed ? "keep" : "undo")}</Button>
      {!failed && <i className={styles["time"]} aria-hidden="true" />}
    </div>
  );
}
