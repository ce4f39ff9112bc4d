import type { ReactNode } from "react";

import styles from "./field.module.css";

/** A labelled control: the label's text is its accessible name. */
export function Field({ label, htmlFor, children }: { label: string; htmlFor: string; children: ReactNode }) {
  return (
    <div className={styles["field"]}>
      <label htmlFor={htmlFor}>{label}</label>
      {children}
    </div>
  );
}
