/** The language of words in a talk that may change its language: only what their letters do not contradict. */
import type { Language } from "@/api/types";

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const LATIN = /\p{Script=Latin}/u;

/** Empty, which says "unknown", where the letters are of another language: without it, that of the page would hold. */
export function spokenIn(language: Language, text: string): Language | "" {
  const isJapanese = JAPANESE.test(text);
  const contradicts = language === "ja-JP" ? !isJapanese && LATIN.test(text) : isJapanese;
  return contradicts ? "" : language;
}
