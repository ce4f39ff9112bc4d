import { inDollars } from "@/i18n/in-dollars";

interface How {
  language: string;
  /** Of a cost in which a price is unknown. */
  atLeast: (value: string) => string;
}

export function sayCost(usdMicros: number, isWhole: boolean, { language, atLeast }: How): string {
  const value = inDollars(usdMicros, language);
  return isWhole ? value : atLeast(value);
}
