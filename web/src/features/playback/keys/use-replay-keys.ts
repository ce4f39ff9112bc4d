import { useEffect, useEffectEvent } from "react";

import { isTaken } from "@/components/keys/is-taken";

import type { Replay } from "../replay";
import { useReplay } from "../replay-context";
import { commandOf, type Command } from "./key-map";

/** The keys work anywhere on the page but where one types, or where the focus wants them for itself. */
export function useReplayKeys(): void {
  const replay = useReplay();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const command = commandOf(event);
    const target = event.target instanceof Element ? event.target : null;
    if (command === null || event.defaultPrevented || isTaken(target, event)) {
      return;
    }
    event.preventDefault();
    obey(replay, command);
  });
  useEffect(() => {
    window.addEventListener("keydown", onKey);
    return () => { window.removeEventListener("keydown", onKey); };
  }, []);
}

function obey(replay: Replay, command: Command): void {
  const { nowS, fromS, toS, volume } = replay.state();
  switch (command.type) {
    case "toggle":
      replay.toggle();
      break;
    case "skip":
      replay.seek(nowS + command.byS);
      break;
    case "jump":
      replay.seek(fromS + command.share * (toS - fromS));
      break;
    case "volume":
      replay.liking.setVolume(volume + command.by);
      break;
    case "mute":
      replay.liking.toggleMute();
      break;
    case "captions":
      replay.liking.toggleCaptions();
      break;
    case "speed":
      replay.liking.changeRate(command.by);
  }
}
