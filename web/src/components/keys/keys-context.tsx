/** The keys that work where one is: whoever obeys some tells them here, and `?` shows them all. */
import { createContext, lazy, Suspense, use, useCallback, useEffect, useEffectEvent, useMemo, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { fetchRest } from "@/i18n/i18n";

import { isTaken } from "./is-taken";
import type { KeyGroup } from "./key-group";

interface Keys {
  add: (group: KeyGroup) => () => void;
  show: () => void;
}

const HELP_KEY = "?";
const KeysContext = createContext<Keys | null>(null);
const loadDialog = () => import("./keys-dialog");
const KeysDialog = lazy(async () => ({ default: (await loadDialog()).KeysDialog }));

export function KeysProvider({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const [groups, setGroups] = useState<readonly KeyGroup[]>([]);
  const [shown, setShown] = useState(false);
  const add = useCallback((group: KeyGroup) => {
    setGroups((before) => [...before, group]);
    return () => { setGroups((before) => before.filter((one) => one !== group)); };
  }, []);
  const show = useCallback(() => {
    // Its words come with those of other pages; where they cannot be fetched, nothing opens.
    Promise.all([fetchRest(i18n), loadDialog()]).then(() => { setShown(true); }, () => undefined);
  }, [i18n]);
  useHelpKey(show);
  return (
    <KeysContext value={useMemo(() => ({ add, show }), [add, show])}>
      {children}
      <Suspense>{shown && <KeysDialog groups={groups} onClose={() => { setShown(false); }} />}</Suspense>
    </KeysContext>
  );
}

/** Tells of keys for as long as what obeys them stands. */
export function useKeyGroup(group: KeyGroup): void {
  const { add } = useKeys();
  // By what it says: a group is written anew with each rendering.
  const text = JSON.stringify(group);
  useEffect(() => add(JSON.parse(text) as KeyGroup), [add, text]);
}

export function useShowKeys(): () => void {
  return useKeys().show;
}

function useKeys(): Keys {
  const keys = use(KeysContext);
  if (keys === null) {
    throw new Error("keys need a KeysProvider above them");
  }
  return keys;
}

function useHelpKey(show: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === HELP_KEY && isPlain && !isTaken(target, event)) {
      show();
    }
  });
  useEffect(() => {
    window.addEventListener("keydown", onKey);
    return () => { window.removeEventListener("keydown", onKey); };
  }, []);
}
