import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { PageTitle } from "@/components/page-title";
import { PATHS } from "@/config/paths";

import styles from "./full-page.module.css";

export function NotFound() {
  const { t } = useTranslation("shared");
  return (
    <div className={styles["page"]}>
      <PageTitle>{t("not_found_title")}</PageTitle>
      <p>{t("not_found")}</p>
      <Link to={PATHS.home}>{t("to_start")}</Link>
    </div>
  );
}
