/** Two voices as rings: the AI's wavy ones move with its sound, the person's core with theirs. */
import styles from "./sphere.module.css";

const RINGS = [54, 66, 78, 90, 102, 114, 126];
const STEP_DEGREES = 4;

export function Sphere() {
  return (
    <svg className={styles["sphere"]} viewBox="-150 -150 300 300" aria-hidden="true">
      {RINGS.map((radius, index) => (
        <path key={radius} d={wavyRing(radius, index)} />
      ))}
      <circle r="42" />
    </svg>
  );
}

/** Further out, the waves are higher; each ring has its own number and phase of them. */
function wavyRing(radius: number, index: number): string {
  const points = Array.from({ length: 360 / STEP_DEGREES }, (_, step) => {
    const angle = (step * STEP_DEGREES * Math.PI) / 180;
    const reach = radius + Math.sin(angle * (3 + (index % 3)) + index) * (1.5 + index * 0.9);
    return `${(reach * Math.cos(angle)).toFixed(1)} ${(reach * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${points.join("L")}Z`;
}
