import { useId } from "react";

import styles from "./toggle.module.css";

interface ToggleProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** Why it cannot be switched; null where it can. */
  locked?: string | null;
}

/** A switch with its name beside it. */
export function Toggle({ label, checked, onChange, locked = null }: ToggleProps) {
  const why = useId();
  return (
    <div>
      <label className={styles["toggle"]}>
        <input
          type="checkbox"
          role="switch"
          checked={checked}
          disabled={locked !== null}
          aria-describedby={locked === null ? undefined : why}
          onChange={(event) => { onChange(event.target.checked); }}
        />
        {label}
      </label>
      {locked !== null && <small id={why} className={styles["why"]}>{locked}</small>}
    </div>
  );
}
