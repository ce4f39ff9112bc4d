/** What a stranger meets first: what this is, a talk to listen to, and the way in. */
import { AudioLines, Cloud, Hand, ShieldCheck } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { ExampleCard } from "./example-card";
import styles from "./landing-page.module.css";

const REASONS = [
  { name: "interrupt", Icon: Hand },
  { name: "replay", Icon: AudioLines },
  { name: "consent", Icon: ShieldCheck },
  { name: "yours", Icon: Cloud },
] as const;

export function LandingPage({ signIn }: { signIn: ReactNode }) {
  const { t } = useTranslation("landing");
  return (
    <div className={styles["page"]}>
      <title>{`EchoSphere: ${t("title")}`}</title>
      <section className={styles["hero"]}>
        <h1>{t("title")}</h1>
        <p>{t("lead")}</p>
        {signIn}
      </section>
      <ExampleCard />
      <section className={styles["reasons"]} aria-labelledby="reasons">
        <h2 id="reasons" className="unseen">
          {t("reasons")}
        </h2>
        <ul>
          {REASONS.map(({ name, Icon }) => (
            <li key={name}>
              <Icon size={22} aria-hidden="true" />
              <h3>{t(`reason.${name}.title`)}</h3>
              <p>{t(`reason.${name}.words`)}</p>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
