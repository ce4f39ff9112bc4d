import { useTranslation } from "react-i18next";

import { usePlayback } from "../api/open-playback";

/** Links to the files that the API offers, as items of a list; none before there is something to play. */
export function SoundDownloads({ sessionId, baseName }: { sessionId: string; baseName: string }) {
  const { t } = useTranslation("playback");
  // Read from what the player has asked for already.
  const { data } = usePlayback(sessionId, { ready: false });
  const files = (data?.parts ?? []).filter(({ download_url }) => download_url !== null);
  return files.map(({ attempt, download_url }, index) => (
    <li key={attempt}>
      <a href={download_url ?? ""} download={`${baseName}${files.length > 1 ? `-${index + 1}` : ""}.m4a`}>
        {t("dual")}
        {files.length > 1 && ` (${index + 1})`}
      </a>
    </li>
  ));
}
