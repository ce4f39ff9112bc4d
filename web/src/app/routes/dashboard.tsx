import { getRouteApi, useNavigate } from "@tanstack/react-router";

import { PATHS } from "@/config/paths";
import { Dashboard as Figures } from "@/features/dashboard/components/dashboard";
import type { DashboardFilter } from "@/features/dashboard/dashboard-filter";
import { usePersonas } from "@/features/personas/api/personas";

import { dashboardIn } from "./dashboard-in";

const route = getRouteApi("/signed-in/dashboard");

export function Dashboard() {
  // The router keeps beside it what it did not ask for.
  const filter = dashboardIn(route.useSearch());
  const navigate = useNavigate();
  const personas = usePersonas();
  const onFilter = (search: DashboardFilter) => void navigate({ to: PATHS.dashboard, search, resetScroll: false });
  return <Figures personas={personas.data ?? []} filter={filter} onFilter={onFilter} />;
}
