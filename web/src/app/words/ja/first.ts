import { ja as devices } from "@/devices/words.ja";
import { ja as landing } from "@/features/landing/words.ja";
import { ja as sign_in } from "@/features/sign-in/words.ja";
import { ja as start } from "@/features/room/start-words.ja";
import { ja as talks } from "@/features/sessions/list-words.ja";
import { ja as shared } from "@/i18n/words.ja";

export const first = { devices, landing, sign_in, start, talks, shared };
