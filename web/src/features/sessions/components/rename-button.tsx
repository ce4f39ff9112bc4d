import { Pencil } from "lucide-react";
import type { Ref } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";

interface RenameButtonProps {
  /** Which talk, for those who do not see what the button stands beside. */
  name: string;
  /** Gets the focus back when the new name is kept or given up. */
  opener: Ref<HTMLButtonElement>;
  onPress: () => void;
}

export function RenameButton({ name, opener, onPress }: RenameButtonProps) {
  const { t } = useTranslation("sessions");
  return (
    <Button ref={opener} kind="quiet" aria-label={t("rename_named", { name })} title={t("rename")} onClick={onPress}>
      <Pencil size={16} aria-hidden="true" />
    </Button>
  );
}
