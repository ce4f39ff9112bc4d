/** Where a request stands in its trace, as W3C's Trace Context writes it: what the server does for it goes on from here. */
const TRACE_BYTES = 16;
const SPAN_BYTES = 8;

export function newTraceparent(): string {
  return `00-${hex(TRACE_BYTES)}-${hex(SPAN_BYTES)}-01`;
}

function hex(bytes: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
