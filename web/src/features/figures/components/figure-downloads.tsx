import { useTranslation } from "react-i18next";

import type { Session } from "@/api/types";
import { Button } from "@/components/button";
import { saveFile } from "@/components/save-file";

import { useTurns } from "../api/read-turns";
import { useUsage } from "../api/read-usage";
import { contentOf, FORMATS, MEDIA_TYPES, type FiguresToExport, type Format } from "../export/figure-files";

interface FigureDownloadsProps {
  session: Session;
  evaluation: FiguresToExport["evaluation"];
  baseName: string;
}

/** Buttons as items of a list; none before it is known what the talk cost. */
export function FigureDownloads({ session, evaluation, baseName }: FigureDownloadsProps) {
  const { t } = useTranslation("figures");
  const turns = useTurns(session.id, session.ended_at);
  const usage = useUsage(session.id, session.ended_at);
  if (usage === undefined) {
    return null;
  }
  const save = (format: Format) => {
    const text = contentOf(format, { sessionId: session.id, turns, usage, evaluation });
    saveFile(`${baseName}-figures.${format}`, { text, type: MEDIA_TYPES[format] });
  };
  return FORMATS.map((format) => (
    <li key={format}>
      <Button kind="quiet" onClick={() => { save(format); }}>
        {t(`download.${format}`)}
      </Button>
    </li>
  ));
}
