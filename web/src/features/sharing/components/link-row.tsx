import { useTranslation } from "react-i18next";

import type { SharedLink } from "@/api/types";
import { Button } from "@/components/button";
import { dayAndTime } from "@/i18n/times";

import styles from "./link-list.module.css";

interface LinkRowProps {
  link: SharedLink;
  /** It was pressed once; the next press takes the link back. */
  asked: boolean;
  busy: boolean;
  onAsk: () => void;
  onForget: () => void;
  onRevoke: () => void;
}

export function LinkRow({ link, asked, busy, onAsk, onForget, onRevoke }: LinkRowProps) {
  const { t, i18n } = useTranslation("sharing");
  const madeAt = dayAndTime(link.created_at, i18n.language);
  return (
    <li className={styles["row"]} data-link-id={link.id}>
      <span>
        <time dateTime={link.expires_at}>{t("ends_at", { at: dayAndTime(link.expires_at, i18n.language) })}</time>
        <small>
          <time dateTime={link.created_at}>{t("made_at", { at: madeAt })}</time>
        </small>
      </span>
      <Button
        kind={asked ? "danger" : "plain"}
        busy={busy}
        aria-label={t(asked ? "take_back_sure" : "take_back_named", { at: madeAt })}
        onClick={asked ? onRevoke : onAsk}
        onBlur={onForget}
      >
        {t(asked ? "press_again" : "take_back")}
      </Button>
      {asked && <small className={styles["means"]}>{t("take_back_means")}</small>}
    </li>
  );
}
