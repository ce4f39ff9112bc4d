/** Foreign JSON, looked at by hand where the first load of the page has no room for a library. */

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** Null for what is no text. */
export function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
