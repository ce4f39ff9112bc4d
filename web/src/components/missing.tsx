/** Says that there is nothing here, for an unknown address and for a talk of somebody else alike. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { PATHS } from "@/config/paths";

import { Mark } from "./mark";
import styles from "./full-page.module.css";
import { PageTitle } from "./page-title";

export function Missing() {
  const { t } = useTranslation("shared");
  return (
    <div className={styles["page"]}>
      <Mark size={56} />
      <PageTitle>{t("not_found_title")}</PageTitle>
      <p>{t("not_found")}</p>
      <Link to={PATHS.home}>{t("to_start")}</Link>
    </div>
  );
}
