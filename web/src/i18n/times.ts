/** Times and lengths in the words of the page's language. */

/** 372 -> "6:12"; 3 725 -> "1:02:05". Digits only, so it is the same in each language. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const minutes = Math.floor(whole / 60) % 60;
  const hours = Math.floor(whole / 3600);
  const tail = pad(whole % 60);
  return hours > 0 ? `${hours}:${pad(minutes)}:${tail}` : `${minutes}:${tail}`;
}

/** 372 -> "6m 12s", in the page's language. */
export function lengthInWords(seconds: number, language: string): string {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  const parts = [unit(whole % 60, "second", language)];
  return (minutes > 0 ? [unit(minutes, "minute", language), ...parts] : parts).join(" ");
}

export function dayAndTime(iso: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(
    new Date(iso),
  );
}

function unit(value: number, name: "minute" | "second", language: string): string {
  return new Intl.NumberFormat(language, { style: "unit", unit: name, unitDisplay: "short" }).format(
    value,
  );
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
