/** Cameras and screens of all in the room: a screen in front, the cameras beside it. */
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { useRoom, useRoomState } from "../room-context";
import type { Picture } from "../wire/wire";
import type { Called } from "./live-transcript";
import styles from "./pictures.module.css";

export function Pictures({ called }: { called: Called }) {
  const { t } = useTranslation("room");
  const pictures = useRoomState((state) => state.pictures);
  const { persona } = useRoom();
  if (pictures.length === 0) {
    return null;
  }
  return (
    <ul className={styles["pictures"]} aria-label={t("pictures")}>
      {pictures.toSorted(screensFirst).map((picture) => (
        <PictureView key={picture.id} picture={picture} name={picture.from === "agent" ? persona : called(picture.identity)} />
      ))}
    </ul>
  );
}

function PictureView({ picture: { source, from, track }, name }: { picture: Picture; name: string }) {
  const { t } = useTranslation("room");
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (element !== null) {
      element.srcObject = new MediaStream([track]);
    }
    return () => {
      if (element !== null) element.srcObject = null;
    };
  }, [track]);
  return (
    <li className={styles[source]} data-picture={source} data-from={from}>
      {/* Sound comes by a track of its own. */}
      <video ref={video} className={from === "me" && source === "camera" ? styles["mirror"] : undefined} autoPlay playsInline muted />
      <small>{t(`picture.${from === "me" ? "me" : "other"}.${source}`, { name })}</small>
    </li>
  );
}

function screensFirst(one: Picture, other: Picture): number {
  return Number(other.source === "screen") - Number(one.source === "screen");
}
