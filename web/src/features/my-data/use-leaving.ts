/** Leaving, from the question to the last trace. */
import { useEffect, useRef, useState } from "react";

import { useApi } from "@/api/api-context";

import { followDeparture, leave } from "./api/leave";

export type Leaving =
  | { step: "asking"; error: unknown }
  | { step: "beginning" }
  /** It cannot be stopped any more. */
  | { step: "going"; talksDeleted: number };

export function useLeaving(onGone: () => void) {
  const api = useApi();
  const [leaving, setLeaving] = useState<Leaving>({ step: "asking", error: null });
  const left = useRef(new AbortController());
  useEffect(() => {
    const controller = new AbortController();
    left.current = controller;
    return () => { controller.abort(); };
  }, []);
  const begin = async () => {
    const { signal } = left.current;
    setLeaving({ step: "beginning" });
    try {
      const departure = await leave(api);
      setLeaving({ step: "going", talksDeleted: departure.talks_deleted });
    } catch (error) {
      setLeaving({ step: "asking", error });
      return;
    }
    const onProgress = ({ talks_deleted: talksDeleted }: { talks_deleted: number }) => {
      setLeaving({ step: "going", talksDeleted });
    };
    await followDeparture(api, { signal, onProgress }).then(onGone, () => undefined);
  };
  return { leaving, begin: () => void begin() };
}
