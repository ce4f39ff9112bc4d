/** Makes public links to one talk, and takes them back. */
import { useTranslation } from "react-i18next";

import { Dialog } from "@/components/dialog";
import { Loading } from "@/components/loading";
import { ProblemPanel } from "@/components/problem-panel";

import { useLinks, useMakeLink } from "../api/links";
import { LinkForm } from "./link-form";
import { LinkList } from "./link-list";
import { NewLinkPanel } from "./new-link-panel";

export function ShareDialog({ sessionId, onClose }: { sessionId: string; onClose: () => void }) {
  const { t } = useTranslation("sharing");
  const links = useLinks(sessionId);
  const { data: made, isPending, error, mutate: make, reset } = useMakeLink(sessionId);
  const forgetRevoked = (linkId: string) => {
    if (made?.id === linkId) {
      reset();
    }
  };
  return (
    <Dialog title={t("title")} onClose={onClose}>
      <p>{t("about")}</p>
      {made === undefined ? (
        <LinkForm busy={isPending} error={error} onMake={(lastsH) => { make(lastsH); }} />
      ) : (
        <NewLinkPanel link={made} onMakeAnother={reset} />
      )}
      {links.isError && <ProblemPanel error={links.error} retry={() => void links.refetch()} />}
      {links.isPending && <Loading />}
      {links.data !== undefined && <LinkList sessionId={sessionId} links={links.data} onRevoked={forgetRevoked} />}
    </Dialog>
  );
}
