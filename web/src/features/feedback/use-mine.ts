/** What one says of a talk, the note that one is writing, and what one said before, to go back to. */
import { useState } from "react";

import type { OneFeedback } from "@/api/types";

import { useSayFeedback, type Said } from "./api/feedback";

export function useMine(sessionId: string, mine: OneFeedback | null) {
  /** Null: as it was saved. */
  const [draft, setDraft] = useState<string | null>(null);
  const [before, setBefore] = useState<Said | undefined>(undefined);
  const { mutate, isPending, error } = useSayFeedback(sessionId);
  const note = draft ?? mine?.note ?? "";
  const say = (said: Said, from?: Said) => {
    mutate(said, { onSuccess: () => { setDraft(null); setBefore(from); } });
  };
  return {
    note,
    write: setDraft,
    hasChanged: mine !== null && note.trim() !== mine.note,
    busy: isPending,
    error,
    /** The same thumb once more is none. */
    press: (thumb: OneFeedback["thumb"]) => { say(thumb === mine?.thumb ? null : { thumb, note }, plain(mine)); },
    save: () => { say(mine && { thumb: mine.thumb, note }, plain(mine)); },
    /** None: there is nothing to take back. */
    undo: before === undefined ? null : () => { say(before); },
  };
}

function plain(mine: OneFeedback | null): Said {
  return mine && { thumb: mine.thumb, note: mine.note };
}
