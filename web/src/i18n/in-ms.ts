/** 0.92 -> "920 ms", in the page's language. */
export function inMs(seconds: number, language: string): string {
  return new Intl.NumberFormat(language, { style: "unit", unit: "millisecond", maximumFractionDigits: 0 }).format(
    seconds * 1000,
  );
}
