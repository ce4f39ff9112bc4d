import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";

import styles from "./offline-notice.module.css";

export function OfflineNotice() {
  const { t } = useTranslation("shared");
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status" className={online ? "unseen" : styles["notice"]}>
      {online ? "" : t("offline")}
    </div>
  );
}

function subscribe(changed: () => void): () => void {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}
