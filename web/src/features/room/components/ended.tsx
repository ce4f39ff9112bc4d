import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { PATHS } from "@/config/paths";

import { useRoomState } from "../room-context";
import styles from "./notices.module.css";

export function Ended({ sessionId, rejoin }: { sessionId: string; rejoin: () => void }) {
  const { t } = useTranslation("room");
  const ending = useRoomState((state) => state.ending) ?? "lost";
  return (
    <div role="alert" className={styles["notice"]} data-ending={ending}>
      <p>{t(`ending.${ending}`)}</p>
      {ending !== "room_closed" && <Button onClick={rejoin}>{t("rejoin")}</Button>}
      <Link to={PATHS.session} params={{ id: sessionId }}>
        {t("read_talk")}
      </Link>
    </div>
  );
}
