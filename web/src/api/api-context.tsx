/** Hands the HTTP client to the hooks; it never changes, so nothing re-renders because of it. */
import { createContext, use, type ReactNode } from "react";

import type { Api } from "./client";

const ApiContext = createContext<Api | null>(null);

export function ApiProvider({ api, children }: { api: Api; children: ReactNode }) {
  return <ApiContext value={api}>{children}</ApiContext>;
}

export function useApi(): Api {
  const api = use(ApiContext);
  if (api === null) {
    throw new Error("useApi needs an ApiProvider above it");
  }
  return api;
}
