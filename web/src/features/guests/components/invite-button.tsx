import { UserPlus } from "lucide-react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { CopyButton } from "@/components/copy-button";
import { ProblemPanel } from "@/components/problem-panel";

import { useInvite } from "../api/guests";
import styles from "./guests.module.css";

/** Makes a link by which others come into this talk, and shows it this once. */
export function InviteButton({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation("guests");
  const { data: made, isPending, error, mutate } = useInvite(sessionId);
  const address = made === undefined ? null : new URL(made.url, window.location.origin).href;
  return (
    <div className={styles["invite"]}>
      <Button busy={isPending} onClick={() => { mutate(); }}>
        <UserPlus size={16} aria-hidden="true" />
        {t("invite")}
      </Button>
      {error !== null && <ProblemPanel error={error} />}
      {address !== null && (
        <section aria-label={t("invited")} data-invitation>
          <b role="status">{t("invited")}</b>
          <div className={styles["address"]}>
            <input readOnly aria-label={t("address")} value={address} onFocus={({ target }) => { target.select(); }} />
            <CopyButton label={t("copy")} text={() => address} />
          </div>
          <small>{t("about")}</small>
        </section>
      )}
    </div>
  );
}
