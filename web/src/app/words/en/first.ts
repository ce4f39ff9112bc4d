import { en as devices } from "@/devices/words";
import { en as landing } from "@/features/landing/words";
import { en as sign_in } from "@/features/sign-in/words";
import { en as start } from "@/features/room/start-words";
import { en as talks } from "@/features/sessions/list-words";
import { en as shared } from "@/i18n/words";

export const first = { devices, landing, sign_in, start, talks, shared };
