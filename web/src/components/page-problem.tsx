/** A failure that leaves a page with nothing to show. */
import { useTranslation } from "react-i18next";

import { isProblem } from "@/api/client";
import { NOT_FOUND } from "@/api/problem";

import styles from "./full-page.module.css";
import { Missing } from "./missing";
import { PageTitle } from "./page-title";
import { ProblemPanel } from "./problem-panel";

export function PageProblem({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation("shared");
  if (isProblem(error) && error.status === NOT_FOUND) {
    return <Missing />;
  }
  return (
    <div className={styles["page"]}>
      <PageTitle>{t("broken_title")}</PageTitle>
      <p>{t("broken")}</p>
      <ProblemPanel error={error} retry={retry} />
    </div>
  );
}
