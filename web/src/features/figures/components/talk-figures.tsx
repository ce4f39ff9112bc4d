/** What each turn of a talk took: drawn on the time of the player, and as a table. */
import { useTranslation } from "react-i18next";

import type { Message, Session, Turn } from "@/api/types";
import { Card } from "@/components/card";

import { useTurns } from "../api/read-turns";
import { useUsage } from "../api/read-usage";
import type { Heard } from "../heard";
import { inMs } from "@/i18n/in-ms";
import type { Span } from "../timeline/lanes";
import { medianOf } from "../timeline/middle";
import { CostTable } from "./cost-table";
import styles from "./talk-figures.module.css";
import { Timeline } from "./timeline";
import { TurnTable } from "./turn-table";

export interface TalkFiguresProps {
  session: Session;
  messages: Message[];
  /** What the player shows, so that both have one axis. */
  span: Span;
  heard: Heard;
}

export function TalkFigures({ session, messages, span, heard }: TalkFiguresProps) {
  const turns = useTurns(session.id, session.ended_at);
  const usage = useUsage(session.id, session.ended_at);
  return (
    <>
      {turns.length > 0 && <Turns turns={turns} messages={messages} span={span} heard={heard} />}
      {usage !== undefined && <CostTable usage={usage} />}
    </>
  );
}

type TurnsProps = Omit<TalkFiguresProps, "session"> & { turns: Turn[] };

function Turns({ turns, messages, span, heard }: TurnsProps) {
  const { t, i18n } = useTranslation("figures");
  const took = turns.flatMap(({ voice_to_voice_s }) => voice_to_voice_s ?? []);
  const median = medianOf(took);
  const about = { median: inMs(median ?? 0, i18n.language), longest: inMs(Math.max(0, ...took), i18n.language) };
  return (
    <Card className={styles["figures"]} aria-labelledby="figures-title" data-figures>
      <div>
        <h2 id="figures-title">{t("title")}</h2>
        <p className={styles["about"]} data-median-s={median}>{median === null ? t("about_nothing") : t("about", about)}</p>
      </div>
      <Timeline turns={turns} messages={messages} span={span} heard={heard} />
      <TurnTable turns={turns} heard={heard} />
    </Card>
  );
}
