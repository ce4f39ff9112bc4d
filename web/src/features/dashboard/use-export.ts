/** Taking talks home takes a while: how far it is, what went wrong, and a way to stop it. */
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";

import { useApi } from "@/api/api-context";
import { saveFile } from "@/components/save-file";

import { daysQuery } from "./api/days-query";
import { readTalks } from "./api/read-talks";
import type { DashboardFilter } from "./dashboard-filter";
import { toCsv, type Row } from "@/components/csv";
import { talkRow } from "./export/rows";

export type Format = "csv" | "json";

const TYPES: Record<Format, string> = { csv: "text/csv;charset=utf-8", json: "application/json" };

/** `name` without its ending. */
export function saveRows(name: string, format: Format, rows: readonly Row[], whole: unknown): void {
  const text = format === "csv" ? toCsv(rows) : JSON.stringify(whole, null, 1);
  saveFile(`${name}.${format}`, { text, type: TYPES[format] });
}

export function useTalkExport(filter: DashboardFilter) {
  const api = useApi();
  const [read, setRead] = useState(0);
  const running = useRef<AbortController>(null);
  useEffect(() => () => { running.current?.abort(); }, []);
  const { mutate, data, isPending, error, reset } = useMutation({
    mutationFn: async (format: Format) => {
      const { signal } = (running.current = new AbortController());
      setRead(0);
      const query = daysQuery(filter);
      const { talks, isWhole } = await readTalks(api, { query, signal, onRead: setRead });
      signal.throwIfAborted();
      saveRows(`echosphere-talks-${query.from}-${query.to}`, format, talks.map(talkRow), talks);
      return isWhole;
    },
  });
  const stop = () => {
    running.current?.abort();
    reset();
  };
  return { save: mutate, stop, read, isCut: data === false, isPending, error };
}
