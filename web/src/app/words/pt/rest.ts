import { pt as keys } from "@/components/keys/words.pt";
import { pt as dashboard } from "@/features/dashboard/words.pt";
import { pt as evaluation } from "@/features/evaluation/words.pt";
import { pt as feedback } from "@/features/feedback/words.pt";
import { pt as figures } from "@/features/figures/words.pt";
import { pt as guests } from "@/features/guests/words.pt";
import { pt as my_data } from "@/features/my-data/words.pt";
import { pt as personas } from "@/features/personas/words.pt";
import { pt as playback } from "@/features/playback/words.pt";
import { pt as room } from "@/features/room/words.pt";
import { pt as sessions } from "@/features/sessions/words.pt";
import { pt as sharing } from "@/features/sharing/words.pt";

import { pt as settings } from "../../settings/words.pt";

export const rest = { dashboard, evaluation, feedback, figures, guests, keys, my_data, personas, playback, room, sessions, sharing, settings };
