import { UserPlus } from "lucide-react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { ProblemPanel } from "@/components/problem-panel";

import { useInvitations, useInvite } from "../api/guests";
import styles from "./guests.module.css";
import { InvitationList } from "./invitation-list";

interface InviteButtonProps {
  sessionId: string;
  /** Somebody is there: they came by an invitation, which can be taken back. */
  others: boolean;
}

/** Makes a link by which others come into this talk, shows it this once, and takes it back. */
export function InviteButton({ sessionId, others }: InviteButtonProps) {
  const { t } = useTranslation("guests");
  const { data: made, isPending, error, mutate } = useInvite(sessionId);
  const invitations = useInvitations(sessionId, { wanted: others || made !== undefined });
  return (
    <div className={styles["invite"]}>
      <Button busy={isPending} onClick={() => { mutate(); }}>
        <UserPlus size={16} aria-hidden="true" />
        {t("invite")}
      </Button>
      {error !== null && <ProblemPanel error={error} />}
      <InvitationList sessionId={sessionId} invitations={invitations} made={made} />
    </div>
  );
}
