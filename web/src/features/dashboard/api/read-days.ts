/** What the talks of each day were like. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";

import { useApi } from "@/api/api-context";
import { body } from "@/api/client";
import type { Days } from "@/api/types";

import type { DashboardFilter } from "../dashboard-filter";
import { daysQuery } from "./days-query";

export function useDays(filter: DashboardFilter) {
  const api = useApi();
  const query = daysQuery(filter);
  return useQuery({
    queryKey: ["days", query],
    queryFn: async ({ signal }): Promise<Days> => body(await api.GET("/api/usage", { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}
