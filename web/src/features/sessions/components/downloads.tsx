import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Message, Session } from "@/api/types";
import { Button } from "@/components/button";
import { Disclosure } from "@/components/disclosure";
import { saveFile } from "@/components/save-file";

import { baseName, contentOf, FORMATS, MEDIA_TYPES, type Format } from "../export/transcript-files";
import type { Sound } from "../sound";
import type { CalledIn } from "../transcript-text";
import { useNames } from "../use-names";

interface DownloadsProps {
  session: Session;
  /** Null while they are not known. */
  messages: Message[] | null;
  sound: Sound;
  called: CalledIn;
  /** What else can be taken home, as list items, under files' names that begin so. */
  besides: (session: Session, baseName: string) => ReactNode;
}

export function Downloads({ session, messages, sound, called, besides }: DownloadsProps) {
  const { t } = useTranslation("sessions");
  const names = useNames(session.persona_name);
  const name = baseName(session);
  const save = (format: Format) => {
    const text = contentOf(format, { session, messages: messages ?? [], names, called, zeroS: sound.beginsS() });
    saveFile(`${name}.${format}`, { text, type: MEDIA_TYPES[format] });
  };
  return (
    <Disclosure label={t("download")} icon={<Download size={16} aria-hidden="true" />} disabled={messages === null}>
      <ul data-downloads>
        {besides(session, name)}
        {FORMATS.map((format) => (
          <li key={format}>
            <Button kind="quiet" onClick={() => { save(format); }}>
              {t(`format.${format}`)}
            </Button>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
