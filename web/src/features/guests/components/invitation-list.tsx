import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { NewInvitation, SharedLink } from "@/api/types";
import { Button } from "@/components/button";
import { CopyButton } from "@/components/copy-button";
import { ProblemPanel } from "@/components/problem-panel";
import { dayAndTime } from "@/i18n/times";

import { useRevokeInvitation } from "../api/guests";
import styles from "./guests.module.css";

interface InvitationListProps {
  sessionId: string;
  /** Those that stand. */
  invitations: SharedLink[];
  /** The one whose address is known still. */
  made: NewInvitation | undefined;
}

export function InvitationList({ sessionId, invitations, made }: InvitationListProps) {
  const { t, i18n } = useTranslation("guests");
  const { mutate, isPending, isSuccess, error, variables } = useRevokeInvitation(sessionId);
  return (
    <>
      <span role="status" className="unseen">
        {isSuccess ? t("taken_back") : made !== undefined ? t("invited") : ""}
      </span>
      {invitations.map((invitation) => (
        <section key={invitation.id} aria-label={t("invited_at", { at: dayAndTime(invitation.created_at, i18n.language) })} data-invitation={invitation.id}>
          {invitation.id === made?.id && <Address url={made.url} />}
          <TakeBack invitation={invitation} busy={isPending && variables === invitation.id} onRevoke={() => { mutate(invitation.id); }} />
        </section>
      ))}
      {error !== null && <ProblemPanel error={error} retry={() => { mutate(variables); }} />}
    </>
  );
}

function Address({ url }: { url: string }) {
  const { t } = useTranslation("guests");
  const address = new URL(url, window.location.origin).href;
  return (
    <>
      <div className={styles["address"]}>
        <input readOnly aria-label={t("address")} value={address} onFocus={({ target }) => { target.select(); }} />
        <CopyButton label={t("copy")} text={() => address} />
      </div>
      <small>{t("about")}</small>
    </>
  );
}

/** Pressed twice: whoever came by it is sent out. */
function TakeBack({ invitation, busy, onRevoke }: { invitation: SharedLink; busy: boolean; onRevoke: () => void }) {
  const { t, i18n } = useTranslation("guests");
  const [asked, setAsked] = useState(false);
  const at = dayAndTime(invitation.created_at, i18n.language);
  return (
    <div className={styles["standing"]}>
      <small>{asked ? t("take_back_means") : t("invited_at", { at })}</small>
      <Button
        kind={asked ? "danger" : "plain"}
        busy={busy}
        aria-label={t(asked ? "take_back_sure" : "take_back_named", { at })}
        onClick={() => { if (asked) onRevoke(); setAsked(!asked); }}
        onBlur={() => { setAsked(false); }}
      >
        {t(asked ? "press_again" : "take_back")}
      </Button>
    </div>
  );
}
