/** The same as the charts, as a table: for who cannot see them, and for who wants the numbers. */
import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { useTranslation } from "react-i18next";

import type { Day } from "@/api/types";
import { PATHS } from "@/config/paths";

import { columnsOf } from "../columns";
import type { DashboardFilter } from "../dashboard-filter";
import { daySearch } from "../day-search";
import { shortDay } from "../period";
import styles from "./dashboard.module.css";

export function DayTable({ days, filter }: { days: Day[]; filter: DashboardFilter }) {
  const { t, i18n } = useTranslation("dashboard");
  const id = useId();
  const columns = columnsOf(i18n.language, { rules: t("plain_rules"), atLeast: (value) => t("at_least", { value }) });
  return (
    <details className={styles["table"]}>
      <summary id={id}>{t("as_table")}</summary>
      {/* What is wider than a phone is moved by the keyboard, too. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div role="region" aria-labelledby={id} tabIndex={0}>
        <table aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{t("day")}</th>
              {columns.map(({ name }) => <th key={name} scope="col">{t(`column.${name}`)}</th>)}
            </tr>
          </thead>
          <tbody>
            {days.toReversed().map((day) => (
              <tr key={day.day}>
                <th scope="row">
                  <Link to={PATHS.sessions} search={daySearch(day.day, filter)}>{shortDay(day.day, i18n.language)}</Link>
                </th>
                {columns.map(({ name, of }) => <td key={name} className="number">{of(day)}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
