/** What leads to a talk: its slowest turns, at the second; and talks that failed. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import type { SlowTurn } from "@/api/types";
import { Section } from "@/components/section";
import { PATHS } from "@/config/paths";
import { inMs } from "@/i18n/in-ms";
import { clock } from "@/i18n/times";

import { shortDay } from "../period";
import styles from "./dashboard.module.css";

export function SlowTurns({ turns }: { turns: SlowTurn[] }) {
  const { t, i18n } = useTranslation("dashboard");
  return (
    <Section title={t("slowest_title")}>
      {turns.length === 0 ? <p className={styles["about"]}>{t("none_slow")}</p> : (
        <ul className={styles["list"]}>
          {turns.map(({ session_id: id, day, at_s: atS, voice_to_voice_s: tookS }) => (
            <li key={`${id} ${atS}`}>
              <Link to={PATHS.session} params={{ id }} search={{ t: atS }}>
                {t("slow_turn", { took: inMs(tookS, i18n.language), day: shortDay(day, i18n.language), at: clock(atS) })}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

export function FailedTalks({ ids }: { ids: string[] }) {
  const { t } = useTranslation("dashboard");
  return (
    <Section title={t("failed_title")}>
      {ids.length === 0 ? <p className={styles["about"]}>{t("none_failed")}</p> : (
        <ul className={styles["list"]}>
          {ids.toReversed().map((id) => (
            <li key={id}>
              <Link to={PATHS.session} params={{ id }}>{t("failed_talk", { id: id.slice(0, SHORT_ID) })}</Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Enough to tell ten talks apart. */
const SHORT_ID = 8;
