/** A question in front of the page: the browser keeps the focus inside, and gives it back when it closes. */
import { X } from "lucide-react";
import { useId, useLayoutEffect, useRef, type ReactNode, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "./button";
import styles from "./dialog.module.css";

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

export function Dialog({ title, onClose, children }: DialogProps) {
  const { t } = useTranslation("shared");
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Before it leaves the page: only then does the focus go back to where it came from.
    return () => { shown?.close(); };
  }, []);
  const onCancel = (event: SyntheticEvent) => {
    event.preventDefault();
    onClose();
  };
  // A browser lets no page hold a dialog open against a second Escape.
  const onClosed = () => {
    if (dialog.current?.open === false) {
      onClose();
    }
  };
  return (
    <dialog ref={dialog} className={styles["dialog"]} aria-labelledby={id} onCancel={onCancel} onClose={onClosed}>
      <h2 id={id}>{title}</h2>
      <div className={styles["content"]}>{children}</div>
      {/* Last, so that the focus begins at the content. */}
      <Button kind="quiet" className={styles["close"]} aria-label={t("close")} onClick={onClose}>
        <X size={18} aria-hidden="true" />
      </Button>
    </dialog>
  );
}
