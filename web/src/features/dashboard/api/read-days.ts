/** What the talks of each day were like. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";

import { useApi } from "@/api/api-context";
import { body } from "@/api/client";
import type { Days } from "@/api/types";

import type { DashboardFilter } from "../dashboard-filter";
import { periodOf } from "../period";

export function useDays(filter: DashboardFilter) {
  const api = useApi();
  const { from, to } = periodOf(filter, new Date());
  const { persona, language } = filter;
  const query = {
    from,
    to,
    ...(persona !== undefined && { persona_id: persona }),
    ...(language !== undefined && { language }),
  };
  return useQuery({
    queryKey: ["days", query],
    queryFn: async ({ signal }): Promise<Days> => body(await api.GET("/api/usage", { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}
