import { useTranslation } from "react-i18next";

import type { Session } from "@/api/types";
import { Pill, type Tone } from "@/components/pill";

const TONES: Record<Session["status"], Tone> = {
  pending: "user",
  active: "good",
  ended: "plain",
  failed: "alert",
};

export function SessionStatus({ status }: { status: Session["status"] }) {
  const { t } = useTranslation("talks");
  return (
    <span data-session-status={status}>
      <Pill tone={TONES[status]}>{t(`status.${status}`)}</Pill>
    </span>
  );
}
