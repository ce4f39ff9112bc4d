/** One of a few, all in sight: radio buttons that look like one control. */
import { useId, type ReactNode } from "react";

import styles from "./choice.module.css";

interface ChoiceProps<T extends string> {
  label: string;
  options: readonly { value: T; label: ReactNode; lang?: string }[];
  value: T;
  onChoose: (value: T) => void;
}

export function Choice<T extends string>({ label, options, value, onChoose }: ChoiceProps<T>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={styles["choice"]}>
      {options.map((option) => (
        <label key={option.value} lang={option.lang}>
          <input
            type="radio"
            className="unseen"
            name={name}
            checked={option.value === value}
            onChange={() => { onChoose(option.value); }}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
