/** Fetches what is not in sight yet, once the page stands; whoever asks for it sooner waits for it then. */
import { useEffect, useRef } from "react";

type Load = () => Promise<unknown>;

export function usePreload(...parts: Load[]): void {
  const first = useRef(parts);
  useEffect(() => {
    for (const load of first.current) {
      load().catch(() => undefined);
    }
  }, []);
}
