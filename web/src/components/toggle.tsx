import styles from "./toggle.module.css";

interface ToggleProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** A switch with its name beside it. */
export function Toggle({ label, checked, onChange }: ToggleProps) {
  return (
    <label className={styles["toggle"]}>
      <input type="checkbox" role="switch" checked={checked} onChange={(event) => { onChange(event.target.checked); }} />
      {label}
    </label>
  );
}
