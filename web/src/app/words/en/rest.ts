import { en as keys } from "@/components/keys/words";
import { en as dashboard } from "@/features/dashboard/words";
import { en as evaluation } from "@/features/evaluation/words";
import { en as feedback } from "@/features/feedback/words";
import { en as figures } from "@/features/figures/words";
import { en as guests } from "@/features/guests/words";
import { en as my_data } from "@/features/my-data/words";
import { en as personas } from "@/features/personas/words";
import { en as playback } from "@/features/playback/words";
import { en as room } from "@/features/room/words";
import { en as sessions } from "@/features/sessions/words";
import { en as sharing } from "@/features/sharing/words";

import { en as settings } from "../../settings/words";

export const rest = { dashboard, evaluation, feedback, figures, guests, keys, my_data, personas, playback, room, sessions, sharing, settings };
