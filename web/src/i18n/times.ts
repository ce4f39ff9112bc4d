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

/** "Today 14:02", "Yesterday 9:12", "Nov 2, 14:02"; with its year where that is another. */
export function nearMoment(iso: string, language: string, now = new Date()): string {
  const moment = new Date(iso);
  const near = nearDay(localDay(moment), now, language);
  if (near !== null) {
    return `${near} ${timeOfDay(iso, language)}`;
  }
  const day = { ...yearIfAnother(moment, now), month: "short", day: "numeric" } as const;
  return new Intl.DateTimeFormat(language, { ...day, hour: "numeric", minute: "2-digit" }).format(moment);
}

export function timeOfDay(iso: string, language: string): string {
  return new Intl.DateTimeFormat(language, { timeStyle: "short" }).format(new Date(iso));
}

/** "2026-11-20": the calendar's day where the viewer is. */
export function localDay(moment: Date): string {
  return [moment.getFullYear(), pad(moment.getMonth() + 1), pad(moment.getDate())].join("-");
}

/** A day as a heading: "Today", "Friday, November 20", with its year where that is not the present one. */
export function dayInWords(day: string, now: Date, language: string): string {
  const noon = new Date(`${day}T12:00:00`);
  const far = { weekday: "long", month: "long", day: "numeric", ...yearIfAnother(noon, now) } as const;
  return nearDay(day, now, language) ?? capital(new Intl.DateTimeFormat(language, far).format(noon), language);
}

/** 0: today, where the viewer is; 1: yesterday. */
export function daysAgo(day: string, now: Date): number {
  const toNoon = (moment: Date) => new Date(`${localDay(moment)}T12:00:00`).getTime();
  return Math.round((toNoon(now) - new Date(`${day}T12:00:00`).getTime()) / DAY_MS);
}

const DAY_MS = 86_400_000;

/** Today and yesterday have names of their own. */
function nearDay(day: string, now: Date, language: string): string | null {
  const ago = daysAgo(day, now);
  const named = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  return ago === 0 || ago === 1 ? capital(named.format(-ago, "day"), language) : null;
}

function yearIfAnother(moment: Date, now: Date): { year?: "numeric" } {
  return moment.getFullYear() === now.getFullYear() ? {} : { year: "numeric" };
}

/** Portuguese writes its days small, but begins a line with a capital. */
function capital(words: string, language: string): string {
  return words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
}

function unit(value: number, name: "minute" | "second", language: string): string {
  return new Intl.NumberFormat(language, { style: "unit", unit: name, unitDisplay: "short" }).format(
    value,
  );
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
