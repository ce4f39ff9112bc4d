/** A titled part of a page, in a card; its title is its accessible name. */
import { useId, type ReactNode } from "react";

import { Card } from "./card";
import styles from "./section.module.css";

interface SectionProps {
  title: string;
  about?: string;
  children: ReactNode;
}

export function Section({ title, about, children }: SectionProps) {
  const id = useId();
  return (
    <Card className={styles["section"]} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {about !== undefined && <p>{about}</p>}
      {children}
    </Card>
  );
}
