import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { SharedLink } from "@/api/types";
import { ProblemPanel } from "@/components/problem-panel";

import { useRevokeLink } from "../api/links";
import styles from "./link-list.module.css";
import { LinkRow } from "./link-row";

interface LinkListProps {
  sessionId: string;
  links: SharedLink[];
  onRevoked: (linkId: string) => void;
}

export function LinkList({ sessionId, links, onRevoked }: LinkListProps) {
  const { t } = useTranslation("sharing");
  const heading = useRef<HTMLHeadingElement>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const { mutate, isPending, isSuccess, error, variables } = useRevokeLink(sessionId);
  const revoke = (linkId: string) => {
    mutate(linkId, {
      onSuccess: () => {
        // The button that was pressed is gone, and the focus with it.
        heading.current?.focus();
        onRevoked(linkId);
      },
      onSettled: () => { setAsked(null); },
    });
  };
  return (
    <section className={styles["links"]} aria-labelledby="links">
      <h3 id="links" ref={heading} tabIndex={-1}>
        {t("links")}
      </h3>
      <span role="status" className="unseen">
        {asked !== null ? t("take_back_means") : isSuccess ? t("taken_back") : ""}
      </span>
      {links.length === 0 && <p>{t("no_links")}</p>}
      <ul>
        {links.map((link) => (
          <LinkRow
            key={link.id}
            link={link}
            asked={asked === link.id}
            busy={isPending && variables === link.id}
            onAsk={() => { setAsked(link.id); }}
            onForget={() => { setAsked(null); }}
            onRevoke={() => { revoke(link.id); }}
          />
        ))}
      </ul>
      {error !== null && <ProblemPanel error={error} retry={() => { revoke(variables); }} />}
    </section>
  );
}
