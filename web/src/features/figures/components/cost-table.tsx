import { useTranslation } from "react-i18next";

import type { Usage } from "@/api/types";
import { Card } from "@/components/card";

import { costRowsOf } from "../cost-rows";
import { inDollars } from "@/i18n/in-dollars";
import styles from "./cost-table.module.css";

/** Cost by part. What runs on a machine of one's own costs nothing by use, so what AWS would cost stands beside it. */
export function CostTable({ usage }: { usage: Usage }) {
  const { t, i18n } = useTranslation("figures");
  const rows = costRowsOf(usage);
  if (rows.length === 0) {
    return null;
  }
  const money = (micros: number | null) => (micros === null ? t("cost.unknown") : inDollars(micros, i18n.language));
  const [here, there] = [usage.cost, usage.on_aws];
  return (
    <Card aria-labelledby="cost-title">
      <h2 id="cost-title">{t("cost.title")}</h2>
      <table className={styles["table"]} aria-labelledby="cost-title" data-cost={here.usd_micros} data-on-aws={there.usd_micros}>
        <thead>
          <tr>
            <th scope="col">{t("cost.part")}</th>
            <th scope="col">{t("cost.here")}</th>
            <th scope="col">{t("cost.on_aws")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ part, who, usdMicros, onAwsMicros }) => (
            <tr key={part}>
              <th scope="row">
                {t(`cost.parts.${part}`)} <small>{who}</small>
              </th>
              <td className="number">{money(usdMicros)}</td>
              <td className="number">{money(onAwsMicros)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t(here.is_whole && there.is_whole ? "cost.all" : "cost.all_known")}</th>
            <td className="number">{money(here.usd_micros)}</td>
            <td className="number">{money(there.usd_micros)}</td>
          </tr>
        </tfoot>
      </table>
      <small>{t(here.is_sure && there.is_sure ? "cost.list_prices" : "cost.unsure_prices", { region: usage.region })}</small>
    </Card>
  );
}
