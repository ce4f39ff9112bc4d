import { useTranslation } from "react-i18next";

import type { SharedTalk } from "@/api/types";
import { PageTitle } from "@/components/page-title";
import { dayAndTime, lengthInWords } from "@/i18n/times";

import styles from "./shared-head.module.css";

/** What a stranger is told before the talk itself. */
export function SharedHead({ talk }: { talk: SharedTalk }) {
  const { t, i18n } = useTranslation(["sharing", "shared"]);
  return (
    <header className={styles["head"]} lang={talk.title === null ? undefined : talk.language}>
      <PageTitle>{talk.title ?? t("untitled")}</PageTitle>
      <p lang={i18n.language}>
        {t("shared_talk")}
        {talk.started_at !== null && (
          <>
            {" · "}
            <time dateTime={talk.started_at}>{dayAndTime(talk.started_at, i18n.language)}</time>
          </>
        )}
        {talk.duration_s !== null && <> · {lengthInWords(talk.duration_s, i18n.language)}</>}
        <> · {t(`shared:language.${talk.language}`)}</>
      </p>
    </header>
  );
}
