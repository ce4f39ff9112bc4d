/** Asked before each talk that is recorded, where a law wants the person's yes; the answer is kept with that talk alone. */
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";

import styles from "./consent-dialog.module.css";

interface ConsentDialogProps {
  onDecide: (consents: boolean) => void;
  onClose: () => void;
}

export function ConsentDialog({ onDecide, onClose }: ConsentDialogProps) {
  const { t } = useTranslation("start");
  return (
    <Dialog title={t("consent.title")} onClose={onClose}>
      <p>{t("consent.what")}</p>
      <p>{t("consent.free")}</p>
      {/* Alike in weight: neither answer is nudged. */}
      <div className={styles["answers"]}>
        <Button onClick={() => { onDecide(true); }}>{t("consent.yes")}</Button>
        <Button onClick={() => { onDecide(false); }}>{t("consent.no")}</Button>
      </div>
    </Dialog>
  );
}
