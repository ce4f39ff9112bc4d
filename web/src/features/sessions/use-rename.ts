/** A talk's name while it is being changed, and the one before, to go back to. */
import { useEffect, useRef, useState } from "react";

import type { Session } from "@/api/types";

import { useRenameSession } from "./api/rename-session";

export function useRename({ id, title }: Session) {
  const [editing, setEditing] = useState(false);
  const [before, setBefore] = useState<string | null>(null);
  const { mutate, reset, isPending, error } = useRenameSession();
  const opener = useFocusBack(editing);
  const close = () => {
    reset();
    setEditing(false);
  };
  const rename = (to: string, from: string | null) => {
    mutate({ id, title: to }, { onSuccess: () => { setBefore(from); close(); } });
  };
  return {
    opener,
    editing,
    busy: isPending,
    error,
    start: () => { setEditing(true); },
    cancel: close,
    save: (to: string) => { if (to === title) { close(); } else { rename(to, title); } },
    /** None: there is nothing to take back. A talk without a name cannot be made nameless again. */
    undo: before === null ? null : () => { rename(before, null); },
  };
}

export type Rename = ReturnType<typeof useRename>;

/** The button that opened the form gets the focus back. */
function useFocusBack(editing: boolean) {
  const opener = useRef<HTMLButtonElement>(null);
  const was = useRef(editing);
  useEffect(() => {
    if (was.current && !editing) {
      opener.current?.focus();
    }
    was.current = editing;
  }, [editing]);
  return opener;
}
