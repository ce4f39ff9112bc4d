import { useTranslation } from "react-i18next";

import type { Names } from "./transcript-text";

/** `stranger`: who reads is not who talked. */
export function useNames({ stranger = false } = {}): Names {
  const { t } = useTranslation("sessions");
  return { user: t(stranger ? "person" : "you"), assistant: t("echosphere"), system: t("system") };
}
