import { History } from "@/features/sessions/components/history";

export function Sessions() {
  return <History />;
}
