/** The whole time in a few numbers. */
import { useTranslation } from "react-i18next";

import type { DaySum } from "@/api/types";
import { Card } from "@/components/card";
import { inMs } from "@/i18n/in-ms";

import { sayCost } from "../say-cost";
import styles from "./dashboard.module.css";

export function Totals({ all }: { all: DaySum }) {
  const { t, i18n } = useTranslation("dashboard");
  const language = i18n.language;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const how = { language, atLeast: (value: string) => t("at_least", { value }) };
  const ms = (seconds: number | null) => (seconds === null ? "–" : inMs(seconds, language));
  const { p50_s: median, p95_s: slow } = all.voice_to_voice;
  return (
    <Card aria-label={t("totals")}>
      <dl className={styles["totals"]}>
        <Total name={t("talks")} value={number.format(all.sessions)} more={t("of_them_failed", { count: all.failed })} />
        <Total name={t("v2v_title")} value={ms(median)} more={t("p95", { value: ms(slow) })} />
        <Total name={t("talked")} value={t("minutes", { value: number.format(all.duration_s / 60) })} more={t("turns", { count: all.turns })} />
        <Total
          name={t("cost_title")}
          value={sayCost(all.usd_micros, all.is_whole, how)}
          more={t("on_aws", { value: sayCost(all.on_aws_usd_micros, all.on_aws_is_whole, how) })}
        />
      </dl>
    </Card>
  );
}

function Total({ name, value, more }: { name: string; value: string; more: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="number">{value}</dd>
      <dd className={styles["about"]}>{more}</dd>
    </div>
  );
}
