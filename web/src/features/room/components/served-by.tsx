/** Who hears, thinks and speaks in this talk, and what they cannot do: plainly, for whoever asks. */
import { useTranslation } from "react-i18next";

import { useRoomState } from "../room-context";
import { PARTS, type Part } from "../wire/wire";
import styles from "./served-by.module.css";

export function ServedBy() {
  const { t } = useTranslation("room");
  const isKnown = useRoomState((state) => PARTS.every((part) => state[part] !== null));
  if (!isKnown) {
    return null;
  }
  return (
    <details className={styles["served"]}>
      <summary>{t("served_by.title")}</summary>
      <dl>
        {PARTS.map((part) => (
          <Row key={part} part={part} />
        ))}
      </dl>
    </details>
  );
}

function Row({ part }: { part: Part }) {
  const { t } = useTranslation("room");
  const by = useRoomState((state) => state[part]) ?? "";
  const [provider = "", ...model] = by.split(" ");
  const limits: string = t(`served_by.limits.${part}.${provider}`, { defaultValue: "" });
  return (
    <div data-part={part} data-provider={provider}>
      <dt>{t(`served_by.${part}`)}</dt>
      <dd>
        {t(`served_by.name.${provider}`, { defaultValue: provider })}
        {model.length > 0 && <small> {model.join(" ")}</small>}
        {limits !== "" && <small className={styles["limits"]}>{limits}</small>}
      </dd>
    </div>
  );
}
