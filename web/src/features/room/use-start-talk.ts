/** Starts a talk: the microphone and the room open side by side, and one press makes one talk. */
import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";

import { isProblem } from "@/api/client";
import type { Language, StartedSession } from "@/api/types";
import { openMicrophone } from "@/devices/open-microphone";

import { forgetEarlyWords, keepEarlyWords } from "./wire/load-livekit";

export interface TalkChoice {
  personaId: string;
  language: Language;
  record: boolean;
  /** One was asked for this talk, and said yes to being recorded. */
  consent: boolean;
}

export interface StartTalkOptions {
  start: (input: TalkChoice & { idempotencyKey: string }) => Promise<StartedSession>;
  onStarted: (started: StartedSession, microphone: Promise<MediaStreamTrack>) => Promise<void>;
}

export function useStartTalk({ start, onStarted }: StartTalkOptions) {
  const { keyFor, dropKey } = useIdempotencyKey();
  return useMutation({
    mutationFn: async ({ deviceId, ...choice }: TalkChoice & { deviceId: string }) => {
      const microphone = openMicrophone(deviceId);
      // A refusal may come before the room is there to tell of it.
      microphone.then(keepEarlyWords).catch(() => undefined);
      try {
        const started = await start({ ...choice, idempotencyKey: keyFor(choice) });
        dropKey();
        await onStarted(started, microphone);
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
  const last = useRef<{ choice: string; key: string } | null>(null);
  const keyFor = (choice: TalkChoice) => {
    const text = JSON.stringify(choice);
    if (last.current?.choice !== text) {
      last.current = { choice: text, key: crypto.randomUUID() };
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
    (track) => {
      track.stop();
      return forgetEarlyWords(track);
    },
    () => undefined,
  );
}
