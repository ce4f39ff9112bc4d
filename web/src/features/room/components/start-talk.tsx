/** The form that starts a talk. The press of the button opens the microphone and the room side by side. */
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";

import { isProblem } from "@/api/client";
import type { Language, Persona } from "@/api/types";
import { Button } from "@/components/button";
import { Card } from "@/components/card";
import { PageTitle } from "@/components/page-title";
import { ProblemPanel } from "@/components/problem-panel";
import { Toggle } from "@/components/toggle";
import { usePreload } from "@/components/use-preload";
import { useChosenDevice } from "@/devices/choice";
import { MicrophoneCheck } from "@/devices/microphone-check";
import { pageLanguage } from "@/i18n/i18n";
import { TALK_LANGUAGES } from "@/i18n/talk-languages";

import { BUILT_IN, chosenPersona, rememberedPersona, rememberPersona } from "../persona-choice";
import { chosenRecording, rememberRecording } from "../recording-choice";
import { languageAmong, SPOKEN_BY_PAGE } from "../talk-language";
import { useStartTalk, type StartTalkOptions } from "../use-start-talk";
import { warmLiveKit } from "../wire/load-livekit";
import styles from "./start-talk.module.css";
import { LanguageField, PersonaField } from "./talk-fields";

const loadConsent = () => import("./consent-dialog");
const ConsentDialog = lazy(async () => ({ default: (await loadConsent()).ConsentDialog }));

export interface StartTalkProps extends StartTalkOptions {
  /** Null until they are read; empty when they could not be: then the talk is with the product's own. */
  personas: Persona[] | null;
  /** A law wants the person's yes before a talk is recorded. */
  consentNeeded: boolean;
}

export function StartTalk({ personas, consentNeeded, start, onStarted }: StartTalkProps) {
  const { t } = useTranslation("start");
  const choice = useTalkChoice(personas ?? []);
  const { persona, record } = choice;
  const deviceId = useChosenDevice("microphone");
  const [asking, setAsking] = useState(false);
  const talk = useStartTalk({ start, onStarted });
  usePreload(loadConsent, warmLiveKit);
  const begin = (wanted: { record: boolean; consent: boolean }) => {
    setAsking(false);
    talk.mutate(
      { personaId: persona?.id ?? (personas === null ? rememberedPersona() : BUILT_IN), language: choice.language, deviceId, ...wanted },
      // The API knows the law of the place; the page may not have heard of it yet.
      { onError: (error) => { setAsking(wantsConsent(error)); } },
    );
  };
  const press = () => {
    if (record && consentNeeded) {
      setAsking(true);
    } else {
      begin({ record, consent: false });
    }
  };
  return (
    <Card className={styles["form"]}>
      <PageTitle>{t("title")}</PageTitle>
      <p>{t("intro")}</p>
      <PersonaField personas={personas ?? []} value={persona} onChoose={choice.choosePersona} />
      <LanguageField languages={persona?.languages ?? TALK_LANGUAGES} value={choice.language} onChoose={choice.chooseLanguage} />
      <MicrophoneCheck />
      <Toggle
        label={t("record")}
        checked={record}
        locked={persona?.recorded === false ? t("record_locked", { name: persona.name }) : null}
        onChange={choice.chooseRecording}
      />
      <Button kind="primary" busy={talk.isPending || talk.isSuccess} onClick={press}>
        {t("start")}
      </Button>
      {talk.isError && !wantsConsent(talk.error) && <ProblemPanel error={talk.error} />}
      <Suspense>
        {asking && (
          <ConsentDialog
            onDecide={(consents) => { begin({ record: consents, consent: consents }); }}
            onClose={() => { setAsking(false); }}
          />
        )}
      </Suspense>
    </Card>
  );
}

/** What one chooses before a talk; the browser keeps all but the language for the next one. */
function useTalkChoice(personas: Persona[]) {
  const { i18n } = useTranslation();
  const [personaId, setPersonaId] = useState<string>();
  const [language, chooseLanguage] = useState<Language | null>(null);
  const [record, setRecord] = useState(chosenRecording);
  const persona = chosenPersona(personas, personaId);
  const wished = language ?? SPOKEN_BY_PAGE[pageLanguage(i18n)];
  return {
    persona,
    language: languageAmong(persona?.languages ?? TALK_LANGUAGES, wished),
    record: record && persona?.recorded !== false,
    chooseLanguage,
    choosePersona: (id: string) => {
      setPersonaId(id);
      rememberPersona(id);
    },
    chooseRecording: (on: boolean) => {
      setRecord(on);
      rememberRecording(on);
    },
  };
}

function wantsConsent(error: unknown): boolean {
  return isProblem(error) && error.code === "consent_needed";
}
