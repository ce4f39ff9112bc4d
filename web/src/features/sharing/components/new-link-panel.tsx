import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import type { NewLink } from "@/api/types";
import { Button } from "@/components/button";
import { CopyButton } from "@/components/copy-button";
import { dayAndTime } from "@/i18n/times";

import styles from "./new-link-panel.module.css";

/** The address of a link that was just made, this once. */
export function NewLinkPanel({ link, onMakeAnother }: { link: NewLink; onMakeAnother: () => void }) {
  const { t, i18n } = useTranslation("sharing");
  const field = useRef<HTMLInputElement>(null);
  const address = new URL(link.url, window.location.origin).href;
  useEffect(() => { field.current?.focus(); }, []);
  return (
    <section className={styles["panel"]} aria-label={t("made")} data-new-link={link.id}>
      <b>{t("made")}</b>
      <div className={styles["address"]}>
        <input
          ref={field}
          readOnly
          aria-label={t("url")}
          aria-describedby="link-warning"
          value={address}
          onFocus={({ target }) => { target.select(); }}
        />
        <CopyButton label={t("copy")} text={() => address} />
      </div>
      <div id="link-warning">
        <p>
          <b>{t("warning", { until: dayAndTime(link.expires_at, i18n.language) })}</b>
        </p>
        <p>{t("once")}</p>
      </div>
      <Button kind="quiet" onClick={onMakeAnother}>
        {t("make_another")}
      </Button>
    </section>
  );
}
