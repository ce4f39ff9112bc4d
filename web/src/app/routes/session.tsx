import { getRouteApi } from "@tanstack/react-router";

import { SessionPage } from "@/features/sessions/components/session-page";

const route = getRouteApi("/signed-in/sessions/$id");

export function Session() {
  const { id } = route.useParams();
  return <SessionPage key={id} id={id} />;
}
