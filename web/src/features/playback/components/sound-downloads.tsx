import { useTranslation } from "react-i18next";

import { usePlayback } from "../api/open-playback";

/** Links to the files that the API offers, as items of a list; none before there is something to play. */
export function SoundDownloads({ sessionId, baseName }: { sessionId: string; baseName: string }) {
  const { t } = useTranslation("playback");
  // Read from what the player has asked for already.
  const { data } = usePlayback(sessionId, { ready: false });
  const heard = (data?.parts ?? []).filter(({ mix_url, dual_url }) => mix_url ?? dual_url);
  return heard.flatMap(({ attempt, mix_url, dual_url }, index) => {
    const number = heard.length > 1 ? index + 1 : null;
    const files = { mix: mix_url, dual: dual_url } as const;
    return (["mix", "dual"] as const).map((name) => {
      const url = files[name];
      return url === null ? null : (
        <li key={`${attempt}-${name}`}>
          <a href={url} download={`${[baseName, number, name].filter(Boolean).join("-")}.m4a`}>
            {t(name)}
            {number && ` (${number})`}
          </a>
        </li>
      );
    });
  });
}
