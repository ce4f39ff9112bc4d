import { QueryClient } from "@tanstack/react-query";

import { Problem } from "./problem";

/** Tries of a read after the first one fails in a way that may pass. */
const RETRIES = 2;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: (failures, error) =>
          error instanceof Problem && error.retryable && failures < RETRIES,
        staleTime: 5_000,
      },
    },
  });
}
