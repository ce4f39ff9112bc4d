/** The second of the talk that an address points at: `?t=83.2`. What is none is left out. */
export function momentIn({ t }: Record<string, unknown>): { t?: number } {
  const seconds = typeof t === "string" && t.trim() !== "" ? Number(t) : t;
  return typeof seconds === "number" && Number.isFinite(seconds) && seconds >= 0 ? { t: seconds } : {};
}
