import { useMutation, useQueryClient } from "@tanstack/react-query";

import { useApi } from "@/api/api-context";
import { body, type Api } from "@/api/client";
import type { Session } from "@/api/types";

import { sessionKeys } from "./session-keys";

export interface RenameSession {
  id: string;
  title: string;
}

export async function renameSession(api: Api, { id, title }: RenameSession): Promise<Session> {
  return body(
    await api.PATCH("/api/sessions/{session_id}", { params: { path: { session_id: id } }, body: { title } }),
  );
}

export function useRenameSession() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: RenameSession) => renameSession(api, input),
    onSuccess: async (session) => {
      queries.setQueryData(sessionKeys.one(session.id), session);
      // Until it is read, lists show the old name.
      await queries.invalidateQueries({ queryKey: sessionKeys.lists });
    },
  });
}
