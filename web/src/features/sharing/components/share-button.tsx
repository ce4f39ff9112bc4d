import { Share2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { isProblem } from "@/api/client";
import { FORBIDDEN } from "@/api/problem";
import { Button } from "@/components/button";

import { useLinks } from "../api/links";
import { ShareDialog } from "./share-dialog";

/** There for who may share the talk: its person, and an admin. The API says who that is. */
export function ShareButton({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation("sharing");
  const [open, setOpen] = useState(false);
  const links = useLinks(sessionId);
  const mayShare = !(isProblem(links.error) && links.error.status === FORBIDDEN);
  if (links.isPending && !open) {
    // Keeps its place: on a phone it is in a line of its own, and all below would move when it comes.
    return <Button style={{ visibility: "hidden" }} aria-hidden="true" disabled><Share2 size={16} aria-hidden="true" />{t("share")}</Button>;
  }
  // Who loses the right while the dialog is open is told so there.
  if (!mayShare && !open) {
    return null;
  }
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => { setOpen(true); }}>
        <Share2 size={16} aria-hidden="true" />
        {t("share")}
      </Button>
      {open && <ShareDialog sessionId={sessionId} onClose={() => { setOpen(false); }} />}
    </>
  );
}
