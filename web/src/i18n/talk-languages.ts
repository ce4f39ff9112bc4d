import type { Language } from "@/api/types";

/** In which one can talk, as one chooses among them. */
export const TALK_LANGUAGES: readonly Language[] = ["ja-JP", "en-US", "pt-BR"];
