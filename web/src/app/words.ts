/** All words of the page, one namespace for each part; the keys are checked by the compiler. */
import * as devices from "@/devices/words";
import * as guests from "@/features/guests/words";
import * as landing from "@/features/landing/words";
import * as playback from "@/features/playback/words";
import * as myData from "@/features/my-data/words";
import * as personas from "@/features/personas/words";
import * as room from "@/features/room/words";
import * as sessions from "@/features/sessions/words";
import * as sharing from "@/features/sharing/words";
import * as signIn from "@/features/sign-in/words";
import * as shared from "@/i18n/words";

import * as settings from "./settings/words";

export const WORDS = {
  en: { shared: shared.en, devices: devices.en, guests: guests.en, landing: landing.en, my_data: myData.en, personas: personas.en, playback: playback.en, room: room.en, sessions: sessions.en, sharing: sharing.en, settings: settings.en, sign_in: signIn.en },
  ja: { shared: shared.ja, devices: devices.ja, guests: guests.ja, landing: landing.ja, my_data: myData.ja, personas: personas.ja, playback: playback.ja, room: room.ja, sessions: sessions.ja, sharing: sharing.ja, settings: settings.ja, sign_in: signIn.ja },
};

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "shared";
    resources: (typeof WORDS)["en"];
  }
}
