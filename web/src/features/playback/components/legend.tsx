import { useTranslation } from "react-i18next";

import type { Message, Recording } from "@/api/types";

import styles from "./legend.module.css";

interface LegendProps {
  /** The name of who answered. */
  persona: string;
  messages: Message[];
  missing: Recording["missing"];
  stranger: boolean;
}

/** What the colours mean; those that are not there are not explained. */
export function Legend({ persona, messages, missing, stranger }: LegendProps) {
  const { t } = useTranslation("playback");
  const marks = [
    { mark: "person", name: t(stranger ? "person" : "you"), shown: true },
    { mark: "agent", name: persona, shown: true },
    { mark: "typed", name: t("typed"), shown: messages.some(({ role, via }) => role === "user" && via === "text") },
    { mark: "interruption", name: t("interruption"), shown: messages.some(({ interrupted }) => interrupted) },
    { mark: "missing", name: t("missing_here"), shown: missing.length > 0 },
  ];
  return (
    <ul className={styles["legend"]}>
      {marks.map(({ mark, name, shown }) =>
        shown ? (
          <li key={mark}>
            <i className={styles[mark]} aria-hidden="true" />
            {name}
          </li>
        ) : null,
      )}
    </ul>
  );
}
