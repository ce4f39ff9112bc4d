/** Talks under the day on which they were held, where the viewer is. */
import { useId } from "react";
import { useTranslation } from "react-i18next";

import { Card } from "@/components/card";
import { dayInWords } from "@/i18n/times";

import type { Day } from "../by-day";
import styles from "./session-list.module.css";
import { SessionRow } from "./session-row";

export function DayList({ day, sessions }: Day) {
  const { i18n } = useTranslation();
  const id = useId();
  return (
    <Card aria-labelledby={id} data-day={day}>
      <h2 id={id}>
        <time dateTime={day}>{dayInWords(day, new Date(), i18n.language)}</time>
      </h2>
      <ul className={styles["list"]} aria-labelledby={id}>
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
    </Card>
  );
}
