/** 52 540 micro-dollars -> "$0.0525": as many places as a cheap talk needs. */
export function inDollars(usdMicros: number, language: string): string {
  const usd = usdMicros / 1_000_000;
  const places = usd === 0 || usd >= 1 ? 2 : 4;
  return new Intl.NumberFormat(language, {
    style: "currency",
    currency: "USD",
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  }).format(usd);
}
