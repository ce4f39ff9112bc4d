import { useQuery } from "@tanstack/react-query";

import { useApi } from "./api-context";
import { body, type Api } from "./client";
import type { Me } from "./types";

export async function readMe(api: Api, signal: AbortSignal): Promise<Me> {
  return body(await api.GET("/api/me", { signal }));
}

export function useMe() {
  const api = useApi();
  return useQuery({ queryKey: ["me"], queryFn: ({ signal }) => readMe(api, signal) });
}
