import { useTranslation } from "react-i18next";

import type { Names } from "./transcript-text";

/** `persona` is who answered; `stranger`: who reads is not who talked. */
export function useNames(persona: string, { stranger = false } = {}): Names {
  const { t } = useTranslation("sessions");
  return { user: t(stranger ? "person" : "you"), assistant: persona, system: t("system") };
}
