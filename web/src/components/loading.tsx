/** In place of what is on its way: lines without words to look at, and words to hear. */
import { useTranslation } from "react-i18next";

import styles from "./loading.module.css";

export function Loading() {
  const { t } = useTranslation("shared");
  return (
    <p role="status" className={styles["loading"]}>
      <span className="unseen">{t("loading")}</span>
      <i />
      <i />
      <i />
    </p>
  );
}
