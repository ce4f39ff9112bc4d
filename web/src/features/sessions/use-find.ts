import { useMemo, useState } from "react";

import type { Message } from "@/api/types";

import { findInTalk, matchBeside, type Match } from "./find-in-talk";

export interface Find {
  query: string;
  matches: Match[];
  /** The match that one is at; null when there is none. */
  active: Match | null;
  /** Counts from 1; 0 when there is none. */
  number: number;
  search: (query: string) => void;
  step: (by: 1 | -1) => void;
}

export function useFind(messages: Message[]): Find {
  const [query, setQuery] = useState("");
  const [index, setIndex] = useState(0);
  const matches = useMemo(() => findInTalk(messages, query), [messages, query]);
  const active = matches[index] ?? null;
  return {
    query,
    matches,
    active,
    number: active === null ? 0 : index + 1,
    search: (next) => {
      setQuery(next);
      setIndex(0);
    },
    step: (by) => { setIndex(matchBeside(index, by, matches.length)); },
  };
}
