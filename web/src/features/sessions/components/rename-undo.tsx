import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";

import type { Rename } from "../use-rename";
import styles from "./rename-form.module.css";

/** Says that the name is a new one, for as long as one can go back to the old one. */
export function RenameUndo({ rename }: { rename: Rename }) {
  const { t } = useTranslation(["sessions", "shared"]);
  return (
    <span role="status" className={styles["undo"]}>
      {rename.undo !== null && !rename.editing && (
        <>
          {t("renamed")}
          <Button kind="quiet" busy={rename.busy} onClick={rename.undo}>{t("shared:removal.undo")}</Button>
        </>
      )}
    </span>
  );
}
