import { PersonasPage } from "@/features/personas/components/personas-page";

export function Personas() {
  return <PersonasPage />;
}
