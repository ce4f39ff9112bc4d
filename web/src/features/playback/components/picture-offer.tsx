import type { MouseEvent } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";

import { useReplay, useReplayState } from "../replay-context";
import styles from "./player.module.css";

/** While something sounds, the picture that has become ready meanwhile waits for a wish. */
export function PictureOffer() {
  const { t } = useTranslation("playback");
  const replay = useReplay();
  const offered = useReplayState((state) => state.offered);
  const show = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    // The button goes away; the focus must not go with it.
    currentTarget.closest<HTMLElement>("[data-player]")?.focus();
    replay.takeOffer();
  };
  return (
    <div role="status" className={styles["offers"]}>
      {offered && (
        <div className={styles["offer"]} data-picture-offer>
          <p>{t("picture_ready")}</p>
          <Button onClick={show}>{t("picture_show")}</Button>
        </div>
      )}
    </div>
  );
}
