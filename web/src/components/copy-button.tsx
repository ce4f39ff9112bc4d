import { Check, Copy, type LucideIcon } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "./button";

/** How long the button says that it has copied. */
const CONFIRMATION_MS = 2_000;

interface CopyButtonProps {
  /** What it copies, as a name: "Copy link". */
  label: string;
  text: () => string;
  compact?: boolean;
  icon?: LucideIcon;
}

export function CopyButton({ label, text, compact = false, icon = Copy }: CopyButtonProps) {
  const { t } = useTranslation("shared");
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => { setCopied(false); }, CONFIRMATION_MS);
    return () => { clearTimeout(timer); };
  }, [copied]);
  const copy = async () => {
    await navigator.clipboard.writeText(text());
    setCopied(true);
  };
  const Icon = copied ? Check : icon;
  return (
    <Button kind={compact ? "quiet" : "plain"} aria-label={label} onClick={() => void copy()}>
      <Icon size={16} aria-hidden="true" />
      {!compact && <span aria-hidden="true">{copied ? t("copied") : label}</span>}
      <span role="status" className="unseen">
        {copied ? t("copied") : ""}
      </span>
    </Button>
  );
}
