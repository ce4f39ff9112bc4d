/** What the query of a signed address changes every hour is not the file. */
export function fileOf(url: string): string {
  return url.replace(/\?.*/, "");
}
