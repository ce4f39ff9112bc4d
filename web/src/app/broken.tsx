/** What stands in place of a page that threw: a problem of the API in its words, anything else in ours. */
import { useRouter, type ErrorComponentProps } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { isProblem } from "@/api/client";
import { Button } from "@/components/button";
import { PageTitle } from "@/components/page-title";
import { ProblemPanel } from "@/components/problem-panel";

import styles from "./full-page.module.css";

export function Broken({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation("shared");
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  if (isProblem(error)) {
    return <ProblemPanel error={error} retry={retry} />;
  }
  return (
    <div role="alert" className={styles["page"]}>
      <PageTitle>{t("broken_title")}</PageTitle>
      <p>{t("broken")}</p>
      <Button onClick={retry}>{t("retry")}</Button>
    </div>
  );
}
