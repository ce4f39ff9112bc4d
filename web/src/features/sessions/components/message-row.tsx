import { useTranslation } from "react-i18next";

import type { Message } from "@/api/types";
import { CopyButton } from "@/components/copy-button";

import { clock } from "@/i18n/times";
import styles from "./message-row.module.css";

const NAMES = { user: "you", assistant: "echosphere", system: "system" } as const;

export function MessageRow({ message }: { message: Message }) {
  const { t, i18n } = useTranslation("sessions");
  return (
    <li
      className={[styles["row"], styles[message.role]].join(" ")}
      data-message-role={message.role}
      data-interrupted={message.interrupted}
    >
      <small lang={i18n.language}>
        <time dateTime={`PT${message.started_s}S`}>{clock(message.started_s)}</time>
      </small>
      <div>
        <small lang={i18n.language}>
          {t(NAMES[message.role])}
          {message.via === "text" && message.role === "user" && <> · {t("typed")}</>}
          {message.interrupted && <span className={styles["cut"]}> · {t("interrupted")}</span>}
        </small>
        <p data-message-text>{message.text}</p>
      </div>
      <CopyButton compact label={t("copy_message")} text={() => message.text} />
    </li>
  );
}
