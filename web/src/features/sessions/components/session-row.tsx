/** One talk of the history: it opens, gets another name and goes from here. */
import { useTranslation } from "react-i18next";

import type { Session } from "@/api/types";
import { timeOfDay } from "@/i18n/times";

import { isOver } from "../api/read-session";
import { useRename } from "../use-rename";
import { DeleteButton } from "./delete-button";
import { RenameButton } from "./rename-button";
import { RenameForm } from "./rename-form";
import { RenameUndo } from "./rename-undo";
import { SessionLink } from "./session-link";

export function SessionRow({ session }: { session: Session }) {
  const { t } = useTranslation(["sessions", "talks"]);
  const rename = useRename(session);
  const name = session.title ?? t("talks:untitled");
  if (rename.editing) {
    return (
      <li>
        <RenameForm title={session.title} rename={rename} />
      </li>
    );
  }
  return (
    <li>
      <SessionLink session={session} moment={timeOfDay} />
      <RenameUndo rename={rename} />
      <RenameButton name={name} opener={rename.opener} onPress={rename.start} />
      {isOver(session) && <DeleteButton compact sessionId={session.id} name={name} />}
    </li>
  );
}
