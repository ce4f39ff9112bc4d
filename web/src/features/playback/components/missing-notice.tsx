/** What cannot be heard, and why. */
import { useTranslation } from "react-i18next";

import type { Recording } from "@/api/types";
import { clock } from "@/i18n/times";

import { isPictureOnItsWay } from "../recording/progress";
import type { en } from "../words";
import styles from "./missing-notice.module.css";

type Reason = keyof typeof en.failure;

export function MissingNotice({ recording }: { recording: Recording }) {
  const { t, i18n } = useTranslation("playback");
  const isKnown = (code: string): code is Reason => i18n.exists(`failure.${code}`, { ns: "playback" });
  return (
    <>
      {recording.missing.length > 0 && (
        <div className={styles["notice"]} data-missing={recording.missing.length}>
          <b>{t("missing")}</b>
          <ul>
            {recording.missing.map(({ code, from_s, to_s }) => (
              <li key={from_s} data-missing-reason={code}>
                <span className="number">{t("missing_from_to", { from: clock(from_s), to: clock(to_s) })}</span>
                {" · "}
                {t(`failure.${isKnown(code) ? code : "not_recorded"}`)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {recording.status === "ready" && isPictureOnItsWay(recording) && (
        <p role="status" className={styles["notice"]}>
          {t("picture_waits")}
        </p>
      )}
    </>
  );
}
