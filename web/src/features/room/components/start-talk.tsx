/** The form that starts a talk. The press of the button opens the microphone and the room side by side. */
import { useMutation } from "@tanstack/react-query";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { isProblem } from "@/api/client";
import type { Language, StartedSession } from "@/api/types";
import { Button } from "@/components/button";
import { Card } from "@/components/card";
import { Field } from "@/components/field";
import { PageTitle } from "@/components/page-title";
import { ProblemPanel } from "@/components/problem-panel";
import { Toggle } from "@/components/toggle";
import { pageLanguage } from "@/i18n/i18n";

import { chosenMicrophone, rememberMicrophone } from "../microphone/chosen-microphone";
import { openMicrophone } from "../microphone/open-microphone";
import { chosenRecording, rememberRecording } from "../recording-choice";
import { defaultTalkLanguage, TALK_LANGUAGES } from "../talk-language";
import { warmLiveKit } from "../wire/load-livekit";
import { MicrophoneCheck } from "./microphone-check";
import styles from "./start-talk.module.css";

interface TalkChoice {
  language: Language;
  record: boolean;
}

export interface StartTalkProps {
  start: (input: TalkChoice & { idempotencyKey: string }) => Promise<StartedSession>;
  onStarted: (started: StartedSession, microphone: Promise<MediaStreamTrack>) => void;
}

export function StartTalk({ start, onStarted }: StartTalkProps) {
  const { t, i18n } = useTranslation("room");
  const page = pageLanguage(i18n);
  const [chosen, setChosen] = useState<Language | null>(null);
  const [record, setRecord] = useState(chosenRecording);
  const [deviceId, setDeviceId] = useState(chosenMicrophone);
  const language = chosen ?? defaultTalkLanguage(page, navigator.languages);
  const chooseMicrophone = (id: string) => {
    setDeviceId(id);
    rememberMicrophone(id);
  };
  const chooseRecording = (on: boolean) => {
    setRecord(on);
    rememberRecording(on);
  };
  const talk = useStartTalk({ start, onStarted });
  useEffect(() => void warmLiveKit(), []);
  return (
    <Card className={styles["form"]}>
      <PageTitle>{t("start_title")}</PageTitle>
      <p>{t("start_intro")}</p>
      <TalkLanguage value={language} onChoose={setChosen} />
      <MicrophoneCheck deviceId={deviceId} onChoose={chooseMicrophone} />
      <Toggle label={t("record")} checked={record} onChange={chooseRecording} />
      <Button
        kind="primary"
        busy={talk.isPending || talk.isSuccess}
        onClick={() => { talk.mutate({ language, record, deviceId }); }}
      >
        {t("start")}
      </Button>
      {talk.isError && <ProblemPanel error={talk.error} />}
    </Card>
  );
}

function useStartTalk({ start, onStarted }: StartTalkProps) {
  const { keyFor, dropKey } = useIdempotencyKey();
  return useMutation({
    mutationFn: async ({ deviceId, ...choice }: TalkChoice & { deviceId: string }) => {
      const microphone = openMicrophone(deviceId);
      // A refusal may come before the room is there to tell of it.
      microphone.catch(() => undefined);
      try {
        const started = await start({ ...choice, idempotencyKey: keyFor(choice) });
        dropKey();
        onStarted(started, microphone);
      } catch (error) {
        release(microphone);
        if (!(isProblem(error) && error.retryable)) {
          dropKey();
        }
        throw error;
      }
    },
  });
}

/**
 * One key for each start. It is used again after a failure that may pass, since the answer alone may have been lost
 * and the talk be there already. What succeeded or will never succeed has used its key up; another choice is another
 * request, and needs another key.
 */
function useIdempotencyKey() {
  const last = useRef<(TalkChoice & { key: string }) | null>(null);
  const keyFor = ({ language, record }: TalkChoice) => {
    if (last.current?.language !== language || last.current.record !== record) {
      last.current = { language, record, key: crypto.randomUUID() };
    }
    return last.current.key;
  };
  const dropKey = () => {
    last.current = null;
  };
  return { keyFor, dropKey };
}

/** The microphone may still be opening; whether that fails matters to nobody any more. */
function release(microphone: Promise<MediaStreamTrack>): void {
  microphone.then(
    (track) => { track.stop(); },
    () => undefined,
  );
}

function TalkLanguage({ value, onChoose }: { value: Language; onChoose: (language: Language) => void }) {
  const { t } = useTranslation(["room", "shared"]);
  const id = useId();
  const choose = (text: string) => {
    const language = TALK_LANGUAGES.find((one) => one === text);
    if (language !== undefined) {
      onChoose(language);
    }
  };
  return (
    <Field label={t("talk_language")} htmlFor={id}>
      <select id={id} value={value} onChange={(event) => { choose(event.target.value); }}>
        {TALK_LANGUAGES.map((language) => (
          <option key={language} value={language} lang={language}>
            {t(`shared:language.${language}`)}
          </option>
        ))}
      </select>
    </Field>
  );
}
