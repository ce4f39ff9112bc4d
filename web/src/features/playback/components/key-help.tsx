import { X } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";

import { KEY_LIST } from "../keys/key-map";
import styles from "./key-help.module.css";

export function KeyHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("playback");
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === "Escape") {
        onClose();
      }
    };
    window.addEventListener("keydown", onKey);
    return () => { window.removeEventListener("keydown", onKey); };
  }, [onClose]);
  return (
    <div role="group" aria-labelledby="key-help" className={styles["help"]}>
      <div className={styles["head"]}>
        <h2 id="key-help">{t("keys")}</h2>
        <Button kind="quiet" aria-label={t("close")} onClick={onClose}>
          <X size={16} aria-hidden="true" />
        </Button>
      </div>
      <dl>
        {KEY_LIST.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`key.${does}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
