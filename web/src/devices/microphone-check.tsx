/** Which microphone, and does it hear me? Asks for it only on request: names come with the permission. */
import { useMutation } from "@tanstack/react-query";
import { Mic } from "lucide-react";
import { lazy, Suspense, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { Loading } from "@/components/loading";
import { usePreload } from "@/components/use-preload";

import { useChosenDevice } from "./choice";
import styles from "./microphone-check.module.css";
import { microphoneFailure, openMicrophone } from "./open-microphone";

const loadHelp = () => import("./microphone-help");
const MicrophoneHelp = lazy(async () => ({ default: (await loadHelp()).MicrophoneHelp }));
const loadOpen = () => import("./microphone-open");
const OpenMicrophone = lazy(async () => ({ default: (await loadOpen()).OpenMicrophone }));

export function MicrophoneCheck() {
  const { t } = useTranslation("devices");
  const deviceId = useChosenDevice("microphone");
  const { check, stop } = useMicrophoneCheck();
  usePreload(loadOpen, loadHelp);
  if (check.data === undefined) {
    return (
      <div className={styles["check"]}>
        <Button busy={check.isPending} onClick={() => { check.mutate(deviceId); }}>
          <Mic size={18} aria-hidden="true" />
          {t("test")}
        </Button>
        <Suspense>{check.isError && <MicrophoneHelp failure={microphoneFailure(check.error)} />}</Suspense>
      </div>
    );
  }
  return (
    <Suspense fallback={<Loading />}>
      <OpenMicrophone track={check.data} open={check.mutate} stop={stop} />
    </Suspense>
  );
}

function useMicrophoneCheck() {
  const open = useRef<MediaStreamTrack | null>(null);
  const release = () => { open.current?.stop(); };
  useEffect(() => release, []);
  const check = useMutation({
    mutationFn: async (deviceId: string) => {
      const track = await openMicrophone(deviceId);
      release();
      open.current = track;
      return track;
    },
  });
  const stop = () => {
    release();
    check.reset();
  };
  return { check, stop };
}
