import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { PATHS } from "@/config/paths";

import { useRoomState } from "../room-context";
import styles from "./notices.module.css";

export interface EndedProps {
  sessionId: string;
  /** Why the room was closed, in words; null while that is not known. */
  closing: string | null;
  /** Opens the same room again after a lost connection. */
  rejoin: () => void;
}

export function Ended({ sessionId, closing, rejoin }: EndedProps) {
  const { t } = useTranslation("room");
  const ending = useRoomState((state) => state.ending) ?? "lost";
  const panel = useFocusLeftOver();
  return (
    <div ref={panel} role="alert" tabIndex={-1} className={styles["notice"]} data-ending={ending}>
      <p>{closing ?? t(`ending.${ending}`)}</p>
      {ending !== "room_closed" && <Button onClick={rejoin}>{t("rejoin")}</Button>}
      <Link to={PATHS.session} params={{ id: sessionId }}>
        {t("read_talk")}
      </Link>
      {ending === "room_closed" && <Link to={PATHS.home}>{t("start_new")}</Link>}
    </div>
  );
}

/** What one was on may have gone with the talk, or be switched off; whoever reads elsewhere is left alone. */
function useFocusLeftOver() {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body || activeElement.matches(":disabled")) {
      panel.current?.focus();
    }
  }, []);
  return panel;
}
