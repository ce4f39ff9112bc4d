/** Which days, with whom, in which language: what is chosen here stands in the address. */
import { useId } from "react";
import { useTranslation } from "react-i18next";

import { Choice } from "@/components/choice";
import { Field } from "@/components/field";
import { TALK_LANGUAGES } from "@/i18n/talk-languages";

import { PRESETS, talksOf, whenOf, type DashboardFilter } from "../dashboard-filter";
import { periodOf, presetOf } from "../period";
import styles from "./dashboard.module.css";

export interface Named {
  id: string;
  name: string;
}

interface ChoosingProps {
  filter: DashboardFilter;
  onFilter: (filter: DashboardFilter) => void;
}

interface DashboardFiltersProps extends ChoosingProps {
  personas: readonly Named[];
}

export function DashboardFilters({ personas, filter, onFilter }: DashboardFiltersProps) {
  const { t } = useTranslation("dashboard");
  return (
    <div role="group" aria-label={t("filters")} className={styles["filters"]}>
      <When filter={filter} onFilter={onFilter} />
      <Talks personas={personas} filter={filter} onFilter={onFilter} />
    </div>
  );
}

const OWN = "own";

function When({ filter, onFilter }: ChoosingProps) {
  const { t } = useTranslation("dashboard");
  const id = useId();
  const period = periodOf(filter, new Date());
  const preset = presetOf(filter);
  const choosePreset = (chosen: string) => {
    const days = PRESETS.find((one) => String(one) === chosen);
    onFilter({ ...talksOf(filter), ...(days === undefined ? period : { days }) });
  };
  const chooseDay = (end: "from" | "to", day: string) => {
    if (day !== "") {
      onFilter({ ...talksOf(filter), ...period, [end]: day });
    }
  };
  return (
    <>
      <Choice
        label={t("period")}
        value={preset === null ? OWN : String(preset)}
        options={[...PRESETS.map((one) => ({ value: String(one), label: t("last_days", { count: one }) })), { value: OWN, label: t("own") }]}
        onChoose={choosePreset}
      />
      {preset === null && (["from", "to"] as const).map((end) => (
        <Field key={end} label={t(end)} htmlFor={`${id}-${end}`}>
          <input type="date" id={`${id}-${end}`} value={period[end]} onChange={(event) => { chooseDay(end, event.target.value); }} />
        </Field>
      ))}
    </>
  );
}

function Talks({ personas, filter, onFilter }: DashboardFiltersProps) {
  const { t } = useTranslation(["dashboard", "shared"]);
  const id = useId();
  const { persona = "", language = "" } = filter;
  const choose = (chosen: { persona: string; language: string }) => {
    const spoken = TALK_LANGUAGES.find((one) => one === chosen.language);
    const talks = { ...(chosen.persona !== "" && { persona: chosen.persona }), ...(spoken !== undefined && { language: spoken }) };
    onFilter({ ...whenOf(filter), ...talks });
  };
  return (
    <>
      <Field label={t("persona")} htmlFor={`${id}-persona`}>
        <select id={`${id}-persona`} value={persona} onChange={({ target }) => { choose({ persona: target.value, language }); }}>
          <option value="">{t("any_persona")}</option>
          {withChosen(personas, persona, t("gone_persona")).map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
        </select>
      </Field>
      <Field label={t("language")} htmlFor={`${id}-language`}>
        <select id={`${id}-language`} value={language} onChange={({ target }) => { choose({ persona, language: target.value }); }}>
          <option value="">{t("any_language")}</option>
          {TALK_LANGUAGES.map((one) => <option key={one} value={one} lang={one}>{t(`shared:language.${one}`)}</option>)}
        </select>
      </Field>
    </>
  );
}

/** An address may ask for one that was deleted. */
function withChosen(personas: readonly Named[], chosen: string, gone: string): readonly Named[] {
  const known = chosen === "" || personas.some(({ id }) => id === chosen);
  return known ? personas : [...personas, { id: chosen, name: gone }];
}
