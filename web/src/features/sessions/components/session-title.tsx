/** What a talk is called, on its page. */
import { useTranslation } from "react-i18next";

import type { Session } from "@/api/types";
import { PageTitle } from "@/components/page-title";

import { useRename } from "../use-rename";
import { RenameButton } from "./rename-button";
import { RenameForm } from "./rename-form";
import { RenameUndo } from "./rename-undo";
import styles from "./session-page.module.css";

export function SessionTitle({ session }: { session: Session }) {
  const { t } = useTranslation(["sessions", "talks"]);
  const rename = useRename(session);
  const title = session.title ?? t("talks:untitled");
  return (
    <>
      <div className={styles["title"]}>
        {rename.editing ? <RenameForm title={session.title} rename={rename} /> : (
          <>
            <PageTitle>{title}</PageTitle>
            <RenameButton name={title} opener={rename.opener} onPress={rename.start} />
          </>
        )}
      </div>
      <RenameUndo rename={rename} />
    </>
  );
}
