import { UserPlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { ProblemPanel } from "@/components/problem-panel";

import { useInvitations, useInvite } from "../api/guests";
import styles from "./guests.module.css";
import { InvitationList } from "./invitation-list";

interface InviteButtonProps {
  sessionId: string;
  /** Somebody is there: they came by an invitation, which can be taken back. */
  others: boolean;
}

/** Makes a link by which others come into this talk, shows it while the room is open, and takes it back. */
export function InviteButton({ sessionId, others }: InviteButtonProps) {
  const { t } = useTranslation("guests");
  const [open, setOpen] = useState(false);
  const { data: made, isPending, error, mutate } = useInvite(sessionId);
  const invitations = useInvitations(sessionId, { wanted: others || made !== undefined });
  const stands = invitations.some(({ id }) => id === made?.id);
  const show = () => {
    setOpen(true);
    if (!stands && !isPending) {
      mutate();
    }
  };
  return (
    <>
      <Button aria-haspopup="dialog" onClick={show}>
        <UserPlus size={16} aria-hidden="true" />
        {t("invite")}
      </Button>
      {open && (
        <Dialog title={t("invite")} onClose={() => { setOpen(false); }}>
          <div className={styles["invite"]} aria-busy={isPending}>
            {error !== null && <ProblemPanel error={error} retry={() => { mutate(); }} />}
            <InvitationList sessionId={sessionId} invitations={invitations} made={made} />
          </div>
        </Dialog>
      )}
    </>
  );
}
