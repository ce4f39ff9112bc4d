/** A stored path is followed only if it stays on this page: `//evil.example` would leave it. */
export function safeReturnPath(path: unknown): string {
  if (typeof path !== "string" || !path.startsWith("/") || /^\/[/\\]/.test(path)) {
    return "/";
  }
  return path;
}
