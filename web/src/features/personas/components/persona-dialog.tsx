/** Makes a persona, or changes one. */
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Persona, PersonaDraft } from "@/api/types";
import { Dialog } from "@/components/dialog";

import { useSavePersona } from "../api/personas";
import { PersonaForm } from "./persona-form";

/** As a new one begins. */
const BLANK: PersonaDraft = { name: "", languages: [], instructions: "", recorded: true };

interface PersonaDialogProps {
  /** None: a new one. */
  persona: Persona | null;
  onClose: () => void;
}

export function PersonaDialog({ persona, onClose }: PersonaDialogProps) {
  const { t } = useTranslation("personas");
  const { mutate, isPending, error } = useSavePersona();
  // Pressed again after a failure, it must not make two; another draft under it is another request.
  const [keys] = useState(() => new Map<string, string>());
  const save = (draft: PersonaDraft) => {
    const text = JSON.stringify(draft);
    const idempotencyKey = keys.get(text) ?? crypto.randomUUID();
    keys.set(text, idempotencyKey);
    mutate({ id: persona?.id ?? null, draft, idempotencyKey }, { onSuccess: onClose });
  };
  return (
    <Dialog title={persona === null ? t("make_title") : t("change_title", { name: persona.name })} onClose={onClose}>
      <PersonaForm initial={persona ?? BLANK} busy={isPending} error={error} onSave={save} />
    </Dialog>
  );
}
