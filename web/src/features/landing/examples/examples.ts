import type { PageLanguage } from "@/i18n/language";

import type { ExampleTalk } from "../example-talk";
import { EN } from "./en";
import { JA } from "./ja";

/** None was held in Portuguese yet; its page says that it is in English. */
export const EXAMPLES: Record<PageLanguage, ExampleTalk> = { en: EN, ja: JA, pt: EN };
