import type { ButtonHTMLAttributes, Ref } from "react";

import styles from "./button.module.css";

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  ref?: Ref<HTMLButtonElement>;
  kind?: "plain" | "quiet" | "primary" | "danger" | "round";
  /** Work is under way: the button keeps its focus and says so, but does nothing. */
  busy?: boolean;
}

export function Button({ kind = "plain", busy = false, className, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={[styles["button"], styles[kind], className].filter(Boolean).join(" ")}
      aria-busy={busy}
      aria-disabled={busy || rest["aria-disabled"]}
      onClick={busy ? undefined : onClick}
    />
  );
}
