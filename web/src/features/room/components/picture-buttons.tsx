/** Switches the camera and a shared screen on and off. */
import { MonitorOff, MonitorUp, Video, VideoOff } from "lucide-react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { canShareScreen, type PictureSource } from "@/devices/open-picture";

import { useRoom, useRoomState } from "../room-context";

/** What a press does, as a picture; the words say the same. */
const ICONS = {
  camera: { on: Video, off: VideoOff },
  screen: { on: MonitorOff, off: MonitorUp },
};

export function PictureButtons() {
  return (
    <>
      <PictureButton source="camera" />
      {canShareScreen() && <PictureButton source="screen" />}
    </>
  );
}

function PictureButton({ source }: { source: PictureSource }) {
  const { t } = useTranslation("room");
  const room = useRoom();
  const showing = useRoomState((state) => state[source]);
  const isOn = showing === "on";
  const Icon = ICONS[source][isOn ? "on" : "off"];
  return (
    <Button
      kind="round"
      busy={showing === "starting"}
      aria-label={t(`${source}.${isOn ? "stop" : "start"}`)}
      data-showing={showing}
      onClick={() => void room.togglePicture(source)}
    >
      <Icon size={20} aria-hidden="true" />
    </Button>
  );
}
