import { pt as devices } from "@/devices/words.pt";
import { pt as landing } from "@/features/landing/words.pt";
import { pt as sign_in } from "@/features/sign-in/words.pt";
import { pt as start } from "@/features/room/start-words.pt";
import { pt as talks } from "@/features/sessions/list-words.pt";
import { pt as shared } from "@/i18n/words.pt";

export const first = { devices, landing, sign_in, start, talks, shared };
