import type { PageLanguage } from "@/i18n/language";

import type { ExampleTalk } from "../example-talk";
import { EN } from "./en";
import { JA } from "./ja";

export const EXAMPLES: Record<PageLanguage, ExampleTalk> = { en: EN, ja: JA };
