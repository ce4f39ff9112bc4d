/** A button that opens a small panel below it; Escape or a press elsewhere closes it. */
import { ChevronDown } from "lucide-react";
import { useEffect, useId, useRef, useState, type ReactNode } from "react";

import { Button } from "./button";
import styles from "./disclosure.module.css";

interface DisclosureProps {
  label: string;
  icon: ReactNode;
  /** What it opens is not there yet. */
  disabled?: boolean;
  children: ReactNode;
}

export function Disclosure({ label, icon, disabled = false, children }: DisclosureProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) {
      return;
    }
    const close = (event: Event) => {
      const elsewhere = event.target instanceof Node && place.current?.contains(event.target) !== true;
      if (event instanceof KeyboardEvent ? event.key === "Escape" : elsewhere) {
        setOpen(false);
      }
    };
    document.addEventListener("pointerdown", close);
    document.addEventListener("keydown", close);
    return () => {
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("keydown", close);
    };
  }, [open]);
  return (
    <div ref={place} className={styles["disclosure"]}>
      <Button disabled={disabled} aria-expanded={open} aria-controls={id} onClick={() => { setOpen(!open); }}>
        {icon}
        {label}
        <ChevronDown size={14} aria-hidden="true" />
      </Button>
      <div id={id} className={styles["panel"]} hidden={!open}>
        {children}
      </div>
    </div>
  );
}
