/** A copy of everything: asked for, made, and fetched. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { useApi } from "@/api/api-context";
import { body, isProblem, type Api } from "@/api/client";
import { NOT_FOUND } from "@/api/problem";
import type { DataExport } from "@/api/types";

export const POLL_MS = 3_000;
const EXPORT = ["export"];
/** The addresses of the files open for an hour; they are asked for again before that. */
const READ_AGAIN_MS = 45 * 60_000;

/** Null: none was asked for in the last days. */
export async function readExport(api: Api, signal: AbortSignal): Promise<DataExport | null> {
  try {
    return body(await api.GET("/api/me/export", { signal }));
  } catch (error) {
    if (isProblem(error) && error.status === NOT_FOUND) {
      return null;
    }
    throw error;
  }
}

export async function askForExport(api: Api): Promise<DataExport> {
  return body(await api.POST("/api/me/export"));
}

export function useExport() {
  const api = useApi();
  return useQuery({
    queryKey: EXPORT,
    queryFn: ({ signal }) => readExport(api, signal),
    refetchInterval: ({ state }) => (state.data?.status === "making" ? POLL_MS : READ_AGAIN_MS),
  });
}

export function useAskForExport() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => askForExport(api),
    onSuccess: (asked) => { queries.setQueryData(EXPORT, asked); },
  });
}
