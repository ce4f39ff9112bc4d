import { Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { useRemovals } from "@/components/removals/removals-context";

interface DeleteButtonProps {
  sessionId: string;
  /** Which talk, for those who do not see what the button stands beside. */
  name: string;
  compact?: boolean;
  onDelete?: () => void;
}

export function DeleteButton({ sessionId, name, compact = false, onDelete }: DeleteButtonProps) {
  const { t } = useTranslation("sessions");
  const removals = useRemovals();
  const remove = () => {
    removals.begin({ kind: "session", id: sessionId });
    onDelete?.();
  };
  return (
    <Button kind={compact ? "quiet" : "plain"} aria-label={t("delete_named", { name })} onClick={remove}>
      <Trash2 size={16} aria-hidden="true" />
      {!compact && <span aria-hidden="true">{t("delete")}</span>}
    </Button>
  );
}
