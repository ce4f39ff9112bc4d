/** The figures of a talk, on the time of its player. */
import { useMemo } from "react";

import { TalkFigures } from "@/features/figures/components/talk-figures";
import { useReplay, useReplayState } from "@/features/playback/replay-context";
import type { Talk } from "@/features/sessions/components/session-page";

import { soundOf } from "./sound-of";

export function SessionFigures({ session, messages, over }: Talk) {
  const replay = useReplay();
  const fromS = useReplayState((state) => state.fromS);
  const toS = useReplayState((state) => state.toS);
  const lastS = Math.max(session.duration_s ?? 0, ...messages.map(({ ended_s }) => ended_s));
  // Without a player the talk is as long as it lasted.
  const span = useMemo(() => (toS > fromS ? { fromS, toS } : { fromS: 0, toS: lastS }), [fromS, toS, lastS]);
  return over ? <TalkFigures session={session} messages={messages} span={span} heard={soundOf(replay)} /> : null;
}
