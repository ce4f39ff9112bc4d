/** With whom and in which language: what is chosen here stands in the address. */
import { useId } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { Field } from "@/components/field";
import { TALK_LANGUAGES } from "@/i18n/talk-languages";

import { ANY, isNarrow, type HistoryFilter } from "../history-filter";
import type { Partner } from "../partners";
import styles from "./history.module.css";

interface HistoryFiltersProps {
  partners: readonly Partner[];
  filter: HistoryFilter;
  onFilter: (filter: HistoryFilter) => void;
}

export function HistoryFilters({ partners, filter, onFilter }: HistoryFiltersProps) {
  const { t } = useTranslation(["sessions", "shared"]);
  const id = useId();
  const { persona, language, day } = filter;
  const onDay = day !== undefined && { day };
  const choosePersona = (chosen: string) => {
    onFilter({ ...(chosen !== "" && { persona: chosen }), ...(language !== undefined && { language }), ...onDay });
  };
  const chooseLanguage = (chosen: string) => {
    const spoken = TALK_LANGUAGES.find((one) => one === chosen);
    onFilter({ ...(persona !== undefined && { persona }), ...(spoken !== undefined && { language: spoken }), ...onDay });
  };
  const chooseDay = (chosen: string) => {
    const whom = { ...(persona !== undefined && { persona }), ...(language !== undefined && { language }) };
    onFilter({ ...whom, ...(chosen !== "" && { day: chosen }) });
  };
  return (
    <div role="group" aria-label={t("filters")} className={styles["filters"]}>
      <Field label={t("filter_persona")} htmlFor={`${id}-persona`}>
        <select id={`${id}-persona`} value={persona ?? ""} onChange={(event) => { choosePersona(event.target.value); }}>
          <option value="">{t("any_persona")}</option>
          {withChosen(partners, persona, t("gone_persona")).map((partner) => (
            <option key={partner.id} value={partner.id}>{partner.name}</option>
          ))}
        </select>
      </Field>
      <Field label={t("filter_language")} htmlFor={`${id}-language`}>
        <select id={`${id}-language`} value={language ?? ""} onChange={(event) => { chooseLanguage(event.target.value); }}>
          <option value="">{t("any_language")}</option>
          {TALK_LANGUAGES.map((one) => (
            <option key={one} value={one} lang={one}>{t(`shared:language.${one}`)}</option>
          ))}
        </select>
      </Field>
      <Field label={t("filter_day")} htmlFor={`${id}-day`}>
        <input type="date" id={`${id}-day`} value={day ?? ""} onChange={(event) => { chooseDay(event.target.value); }} />
      </Field>
      {isNarrow(filter) && <Button kind="quiet" onClick={() => { onFilter(ANY); }}>{t("show_all")}</Button>}
    </div>
  );
}

/** An address may ask for one that was deleted. */
function withChosen(partners: readonly Partner[], chosen: string | undefined, gone: string): readonly Partner[] {
  const known = chosen === undefined || partners.some(({ id }) => id === chosen);
  return known ? partners : [...partners, { id: chosen, name: gone }];
}
