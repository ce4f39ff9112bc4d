/** Rows as CSV that every spreadsheet opens: RFC 4180, and in UTF-8 with a mark, without which Excel reads no Japanese. */

export type Cell = string | number | boolean | null;
export type Row = Record<string, Cell>;

const BYTE_ORDER_MARK = "\uFEFF";
const LINE_END = "\r\n";

/** The first row names the columns of all. */
export function toCsv(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = [columns.join(","), ...rows.map((row) => columns.map((column) => cell(row[column] ?? null)).join(","))];
  return BYTE_ORDER_MARK + lines.map((line) => line + LINE_END).join("");
}

function cell(value: Cell): string {
  return value === null ? "" : typeof value === "string" ? quoted(harmless(value)) : String(value);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet would run what begins so as a formula, and people give names to talks. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
