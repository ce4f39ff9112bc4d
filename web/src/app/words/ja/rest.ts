import { ja as keys } from "@/components/keys/words.ja";
import { ja as dashboard } from "@/features/dashboard/words.ja";
import { ja as evaluation } from "@/features/evaluation/words.ja";
import { ja as feedback } from "@/features/feedback/words.ja";
import { ja as figures } from "@/features/figures/words.ja";
import { ja as guests } from "@/features/guests/words.ja";
import { ja as my_data } from "@/features/my-data/words.ja";
import { ja as personas } from "@/features/personas/words.ja";
import { ja as playback } from "@/features/playback/words.ja";
import { ja as room } from "@/features/room/words.ja";
import { ja as sessions } from "@/features/sessions/words.ja";
import { ja as sharing } from "@/features/sharing/words.ja";

import { ja as settings } from "../../settings/words.ja";

export const rest = { dashboard, evaluation, feedback, figures, guests, keys, my_data, personas, playback, room, sessions, sharing, settings };
