/** Why there is no microphone, and what to do about it in this browser. */
import { useTranslation } from "react-i18next";

import { browserOf } from "./browser";
import styles from "./microphone-help.module.css";
import type { MicrophoneFailure } from "./open-microphone";

export function MicrophoneHelp({ failure }: { failure: MicrophoneFailure }) {
  const { t } = useTranslation("devices");
  const way = failure === "denied" ? t(`allow.${browserOf(navigator)}`) : t(`mend.${failure}`);
  return (
    <div role="alert" className={styles["help"]} data-microphone-problem={failure}>
      <p>
        <strong>{t(`problem.${failure}`)}</strong>
      </p>
      <p>{way}</p>
      <p>{t("type_meanwhile")}</p>
    </div>
  );
}
