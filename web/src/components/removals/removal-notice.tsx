/** Says that something is being deleted, for as long as one can take it back. */
import { useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { isTaken } from "@/components/keys/is-taken";

import type { Removal } from "./removals";
import { useAllRemovals, useRemovals } from "./removals-context";
import styles from "./removal-notice.module.css";

export function RemovalNotice() {
  const shown = useAllRemovals().filter(({ state }) => state !== "gone");
  useUndoKey(shown.at(-1));
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

/** The notice is far from where one pressed "Delete", and stays a few seconds: the key is near. */
function useUndoKey(last: Removal | undefined): void {
  const removals = useRemovals();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    const isUndo = event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (isUndo && last !== undefined && !isTaken(target, event)) {
      event.preventDefault();
      removals.undo(last);
    }
  });
  useEffect(() => {
    window.addEventListener("keydown", onKey);
    return () => { window.removeEventListener("keydown", onKey); };
  }, []);
}
