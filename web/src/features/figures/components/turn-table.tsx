import { useTranslation } from "react-i18next";

import type { Turn } from "@/api/types";
import { clock } from "@/i18n/times";

import type { Heard } from "../heard";
import { inMs } from "@/i18n/in-ms";
import { useCanSeek } from "../use-heard";
import styles from "./turn-table.module.css";

const COLUMNS = ["voice_to_voice", "hearing", "deciding", "thinking", "voicing"] as const;

export function TurnTable({ turns, heard }: { turns: Turn[]; heard: Heard }) {
  const { t } = useTranslation("figures");
  const canSeek = useCanSeek(heard);
  return (
    // It scrolls, so the keyboard must reach it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles["frame"]} role="region" aria-label={t("turns")} tabIndex={0}>
      <table className={styles["table"]}>
        <caption className="unseen">{t("turns")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("column.at")}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" title={t(`column_means.${column}`)}>
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {turns.map((turn, index) => (
            <Row key={turn.id} turn={turn} number={index + 1} hear={canSeek ? heard.seek : null} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  turn: Turn;
  number: number;
  /** Null where there is nothing to hear. */
  hear: ((talkS: number) => void) | null;
}

function Row({ turn, number, hear }: RowProps) {
  const { t, i18n } = useTranslation("figures");
  const at = clock(turn.heard_from_s);
  const took = (seconds: number | null) => (seconds === null ? t("none") : inMs(seconds, i18n.language));
  return (
    <tr data-turn-row={turn.id}>
      <th scope="row">
        {hear === null ? <time>{at}</time> : (
          <button type="button" aria-label={t("hear_turn", { number, at })} onClick={() => { hear(turn.heard_from_s); }}>
            <time>{at}</time>
          </button>
        )}
        <Marks turn={turn} />
      </th>
      {COLUMNS.map((column) => (
        <td key={column} className="number">{took(turn[`${column}_s`])}</td>
      ))}
    </tr>
  );
}

/** What was particular about it. */
function Marks({ turn }: { turn: Turn }) {
  const { t } = useTranslation("figures");
  const marks = [
    ...(turn.via === "text" ? [t("typed")] : []),
    ...(turn.answered_s === null ? [t("unanswered")] : []),
    ...(turn.interrupted ? [t("interrupted")] : []),
    ...turn.incidents.map((incident) => t(`incident.${incident}`)),
  ];
  return marks.length === 0 ? null : <span className={styles["marks"]}>{marks.join(", ")}</span>;
}
