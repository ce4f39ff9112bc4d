import { useCallback } from "react";
import { useTranslation } from "react-i18next";

import type { Speaker } from "@/api/types";

/** What to call whom: by the name they gave, or by a number. */
export function useCalled(speakers: Speaker[]): (identity: string) => string {
  const { t } = useTranslation("guests");
  return useCallback(
    (identity: string) => {
      const speaker = speakers.find((each) => each.identity === identity);
      if (speaker === undefined) {
        return t("somebody");
      }
      return speaker.label ?? (speaker.role === "host" ? t("host") : t("guest", { number: speaker.number }));
    },
    [speakers, t],
  );
}
