/** The talk that a stranger can listen to, its transcript moving along. */
import { Pause, Play } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";

import { Card } from "@/components/card";
import { clock } from "@/i18n/times";
import { pageLanguage } from "@/i18n/i18n";

import { lineAt, type ExampleTalk } from "../example-talk";
import { EXAMPLES } from "../examples/examples";
import { useLevels } from "../use-levels";
import { usePlaying } from "../use-playing";
import styles from "./example-card.module.css";
import { Lines } from "./lines";
import { Sphere } from "./sphere";
import { Wave } from "./wave";

export function ExampleCard() {
  const { i18n } = useTranslation("landing");
  const language = pageLanguage(i18n);
  return <ExampleOf key={language} talk={EXAMPLES[language]} />;
}

function ExampleOf({ talk }: { talk: ExampleTalk }) {
  const { t } = useTranslation("landing");
  const stage = useRef<HTMLDivElement>(null);
  const { audio, playing, nowS, toggle, seek, hearFrom, events } = usePlaying();
  const isPlaying = playing === "playing";
  useLevels({ element: stage, audio, talk, isPlaying });
  const Icon = isPlaying ? Pause : Play;
  return (
    <Card className={styles["card"]} aria-labelledby="example" data-example={playing}>
      <div className={styles["head"]}>
        <h2 id="example">{t("example.title")}</h2>
        <small>{t("example.about")}</small>
      </div>
      <div ref={stage} className={styles["stage"]}>
        <button
          type="button"
          className={styles["play"]}
          aria-label={isPlaying ? t("example.pause") : t("example.play")}
          onClick={toggle}
        >
          <Sphere />
          <Icon size={22} aria-hidden="true" />
        </button>
        <div className={styles["line"]}>
          <Wave talk={talk} nowS={nowS} onSeek={seek} />
          <small className="number">{clock(nowS)} / {clock(talk.lengthS)}</small>
        </div>
      </div>
      {/* eslint-disable-next-line jsx-a11y/media-has-caption -- the lines below are its captions */}
      <audio ref={audio} src={talk.sound} preload="none" {...events} />
      {playing === "failed" && <p role="alert">{t("example.failed")}</p>}
      <Lines talk={talk} current={nowS > 0 || isPlaying ? lineAt(talk, nowS) : -1} onHear={hearFrom} />
      <small>{t("example.voices")}</small>
    </Card>
  );
}
