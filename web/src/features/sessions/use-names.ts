import { useTranslation } from "react-i18next";

import type { Names } from "./transcript-text";

export function useNames(): Names {
  const { t } = useTranslation("sessions");
  return { user: t("you"), assistant: t("echosphere"), system: t("system") };
}
