/** Renders once a second, and nothing else with it. */
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { Pill } from "@/components/pill";
import { clock } from "@/i18n/times";

import { useOver, useRoomState } from "../room-context";
import { elapsedS } from "../state/room-state";

export function Timer() {
  const { t } = useTranslation("room");
  const startedAtMs = useRoomState((state) => state.startedAtMs);
  const over = useOver();
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    if (over) {
      return;
    }
    const tick = setInterval(() => { setNowMs(Date.now()); }, 1_000);
    return () => { clearInterval(tick); };
  }, [over]);
  return (
    <Pill>
      <span className="unseen">{t("length")}: </span>
      <span role="timer">{clock(elapsedS({ startedAtMs }, nowMs))}</span>
    </Pill>
  );
}
