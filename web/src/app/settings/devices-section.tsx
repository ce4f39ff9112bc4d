import { useTranslation } from "react-i18next";

import { Section } from "@/components/section";
import { MicrophoneCheck } from "@/devices/microphone-check";

export function DevicesSection() {
  const { t } = useTranslation("settings");
  return (
    <Section title={t("devices")} about={t("devices_about")}>
      <MicrophoneCheck />
    </Section>
  );
}
