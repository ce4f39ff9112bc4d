import { ChevronDown, ChevronUp } from "lucide-react";
import type { KeyboardEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";

import type { Find } from "../use-find";
import styles from "./find-field.module.css";

export function FindField({ find }: { find: Find }) {
  const { t } = useTranslation("sessions");
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter also ends the input of Japanese letters, and finds nothing then.
    if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      find.step(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape") {
      find.search("");
    }
  };
  return (
    <div role="search" className={styles["find"]}>
      <input
        type="search"
        aria-label={t("find")}
        placeholder={t("find")}
        value={find.query}
        onChange={(event) => { find.search(event.target.value); }}
        onKeyDown={onKeyDown}
      />
      {find.query.trim() !== "" && (
        <>
          <span role="status" className="number" data-find-count={find.matches.length}>
            {find.matches.length === 0 ? t("find_none") : `${find.number} / ${find.matches.length}`}
          </span>
          <Step label={t("find_previous")} disabled={find.matches.length < 2} onClick={() => { find.step(-1); }}>
            <ChevronUp size={16} aria-hidden="true" />
          </Step>
          <Step label={t("find_next")} disabled={find.matches.length < 2} onClick={() => { find.step(1); }}>
            <ChevronDown size={16} aria-hidden="true" />
          </Step>
        </>
      )}
    </div>
  );
}

function Step({ label, ...rest }: { label: string; disabled: boolean; onClick: () => void; children: ReactNode }) {
  return <Button kind="quiet" className={styles["step"]} aria-label={label} {...rest} />;
}
