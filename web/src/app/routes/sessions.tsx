import { getRouteApi, useNavigate } from "@tanstack/react-router";

import { PATHS } from "@/config/paths";
import { usePersonas } from "@/features/personas/api/personas";
import { History } from "@/features/sessions/components/history";
import type { HistoryFilter } from "@/features/sessions/history-filter";

import { filterIn } from "./filter-in";

const route = getRouteApi("/signed-in/sessions");

export function Sessions() {
  // The router keeps beside it what it did not ask for.
  const filter = filterIn(route.useSearch());
  const navigate = useNavigate();
  const personas = usePersonas();
  const onFilter = (search: HistoryFilter) => void navigate({ to: PATHS.sessions, search, resetScroll: false });
  return <History personas={personas.data ?? []} filter={filter} onFilter={onFilter} />;
}
