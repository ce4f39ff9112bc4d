/** Two voices as rings: the AI's move with what is heard of it, the person's core with the microphone. */
import { useRef } from "react";

import { useLevel } from "@/devices/use-level";

import { useRoomState } from "../room-context";
import { useStatus } from "../state/status";
import styles from "./sphere.module.css";

const RINGS = [44, 58, 72, 86, 100, 114];

export function Sphere() {
  const status = useStatus();
  const rings = useRef<SVGGElement>(null);
  const core = useRef<SVGGElement>(null);
  useLevel(rings, useRoomState((state) => state.agentVoice));
  useLevel(core, useRoomState((state) => (state.microphone === "on" ? state.microphoneTrack : null)));
  return (
    <svg className={styles["sphere"]} viewBox="-150 -150 300 300" aria-hidden="true" data-status={status}>
      <g ref={rings} className={styles["rings"]}>
        {RINGS.map((radius) => (
          <circle key={radius} r={radius} />
        ))}
      </g>
      <g ref={core} className={styles["core"]}>
        <circle r="30" />
      </g>
    </svg>
  );
}
