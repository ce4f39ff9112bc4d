/** Whether anything is heard of a microphone that one speaks into. */
import { useEffect, useState } from "react";

export type Hearing = "waiting" | "heard" | "silent";

/** Of the level in [0, 1]: above a room's noise, below soft speech. */
const AUDIBLE = 0.12;
/** Who was asked to say something has begun by then. */
const PATIENCE_MS = 5_000;

export function useHearing() {
  const [hearing, setHearing] = useState<Hearing>("waiting");
  useEffect(() => {
    const patience = setTimeout(() => { setHearing((now) => (now === "waiting" ? "silent" : now)); }, PATIENCE_MS);
    return () => { clearTimeout(patience); };
  }, []);
  const onLevel = (level: number) => {
    if (level >= AUDIBLE) {
      setHearing("heard");
    }
  };
  return { hearing, onLevel };
}
