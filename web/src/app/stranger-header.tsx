/** The header of a page that asks for no sign-in. */
import { Link } from "@tanstack/react-router";

import { Mark } from "@/components/mark";
import { PATHS } from "@/config/paths";

import styles from "./header.module.css";
import { LanguageSwitch } from "./language-switch";
import { ThemeSwitch } from "./theme-switch";

export function StrangerHeader() {
  return (
    <header className={styles["header"]}>
      <Link to={PATHS.home} className={[styles["logo"], styles["alone"]].join(" ")} aria-label="EchoSphere">
        <Mark />
        <span>EchoSphere</span>
      </Link>
      <LanguageSwitch />
      <ThemeSwitch />
    </header>
  );
}
