import { useMutation, useQueryClient } from "@tanstack/react-query";

import { useApi } from "@/api/api-context";
import { body, type Api } from "@/api/client";
import type { Language, StartedSession } from "@/api/types";

import { sessionKeys } from "./session-keys";

export interface StartSession {
  personaId: string;
  language: Language;
  record: boolean;
  consent: boolean;
  /** One for each press of the button: pressed again after a failure, it must not start two talks. */
  idempotencyKey: string;
}

export async function startSession(api: Api, input: StartSession): Promise<StartedSession> {
  return body(
    await api.POST("/api/sessions", {
      params: { header: { "idempotency-key": input.idempotencyKey } },
      body: {
        persona_id: input.personaId,
        language: input.language,
        record: input.record,
        recording_consent: input.consent,
      },
    }),
  );
}

export function useStartSession() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: StartSession) => startSession(api, input),
    onSuccess: ({ session }) => {
      queries.setQueryData(sessionKeys.one(session.id), session);
      // Read again when next shown, not now: the room should have the network for itself.
      void queries.invalidateQueries({ queryKey: sessionKeys.lists, refetchType: "none" });
    },
  });
}
